import type { editor } from 'monaco-editor/editor';
import type { PromptDiffProps } from './prompt-diff-props.ts';
import { proseOptions, typeOptions } from './prose-options.ts';

const readingOptions = {
  ...proseOptions,
  accessibilityVerbose: false,
  automaticLayout: true,
  contextmenu: false,
  diffAlgorithm: 'advanced',
  diffCodeLens: false,
  diffWordWrap: 'inherit',
  // Monaco 0.57 wraps a removed line by the breaks of another line where this is on.
  experimental: { useTrueInlineView: false },
  domReadOnly: true,
  enableSplitViewResizing: true,
  ignoreTrimWhitespace: false,
  maxComputationTime: 1000,
  originalEditable: false,
  padding: { top: 20, bottom: 32 },
  readOnly: true,
  renderGutterMenu: false,
  renderIndicators: true,
  renderMarginRevertIcon: false,
  renderOverviewRuler: false,
  useInlineViewWhenSpaceIsLimited: false,
  wordWrap: 'bounded',
} satisfies editor.IDiffEditorConstructionOptions;

/**
 * Monaco's diff editor for reading prose. Given as a whole at every change: a partial update makes Monaco forget
 * the accessible names.
 */
export function diffOptions(props: PromptDiffProps): editor.IDiffEditorConstructionOptions {
  return {
    ...readingOptions,
    ...typeOptions(props.typography),
    modifiedAriaLabel: props.modifiedLabel ?? 'To',
    originalAriaLabel: props.originalLabel ?? 'From',
    renderSideBySide: props.mode === 'side-by-side',
  };
}
