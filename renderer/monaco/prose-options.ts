import type { editor } from 'monaco-editor/editor';
import { lineHeightOf, type Typography } from './typography.ts';

/** Typographic quotes, dashes and the ellipsis end a word in prose, beside Monaco's own separators. */
const wordSeparators = '`~!@#$%^&*()=+[{]}\\|;:\'",.<>/?„“”‚‘’«»‹›–—…';

/** What makes of a code editor a place to write: shared by the editor and the diff. */
export const proseOptions = {
  accessibilitySupport: 'auto',
  colorDecorators: false,
  cursorBlinking: 'smooth',
  cursorSmoothCaretAnimation: 'explicit',
  cursorWidth: 2,
  fixedOverflowWidgets: true,
  folding: false,
  glyphMargin: false,
  guides: { indentation: false, bracketPairs: false, highlightActiveIndentation: false },
  bracketPairColorization: { enabled: false },
  hideCursorInOverviewRuler: true,
  lightbulb: { enabled: 'off' as editor.ShowLightbulbIconMode },
  lineNumbers: 'off',
  lineNumbersMinChars: 0,
  links: false,
  matchBrackets: 'never',
  minimap: { enabled: false },
  occurrencesHighlight: 'off',
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  renderFinalNewline: 'on',
  renderLineHighlight: 'none',
  renderWhitespace: 'none',
  scrollBeyondLastLine: false,
  scrollbar: { useShadows: false, horizontal: 'hidden', verticalScrollbarSize: 12 },
  selectOnLineNumbers: false,
  selectionHighlight: false,
  stickyScroll: { enabled: false },
  tabFocusMode: true,
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
  unusualLineTerminators: 'off',
  wordSeparators,
  wrappingIndent: 'same',
  wrappingStrategy: 'advanced',
} satisfies editor.IEditorOptions;

/** What only writing needs: completion of variables, and none of a programmer's helping hands. */
export const writingOptions = {
  acceptSuggestionOnCommitCharacter: false,
  // See `followSize`.
  automaticLayout: false,
  autoClosingBrackets: 'never',
  autoClosingQuotes: 'never',
  autoIndent: 'keep',
  autoSurround: 'never',
  codeLens: false,
  contextmenu: false,
  copyWithSyntaxHighlighting: false,
  dragAndDrop: true,
  dropIntoEditor: { enabled: false },
  emptySelectionClipboard: false,
  find: {
    addExtraSpaceOnTop: true,
    autoFindInSelection: 'never',
    seedSearchStringFromSelection: 'selection',
  },
  formatOnPaste: false,
  formatOnType: false,
  hover: { enabled: 'on', delay: 300, showLongLineWarning: false },
  multiCursorPaste: 'full',
  padding: { top: 24, bottom: 48 },
  parameterHints: { enabled: false },
  pasteAs: { enabled: false },
  quickSuggestions: { other: 'on', comments: 'off', strings: 'off' },
  quickSuggestionsDelay: 60,
  snippetSuggestions: 'none',
  suggest: { showIcons: false, showStatusBar: false, showWords: false, showSnippets: false, preview: false },
  suggestSelection: 'first',
  wordBasedSuggestions: 'off',
  wordWrap: 'bounded',
} satisfies editor.IEditorOptions & editor.IGlobalEditorOptions;

/** The type, as Monaco's options. */
export function typeOptions(typography: Typography): editor.IEditorOptions {
  return {
    fontFamily: typography.family,
    fontSize: typography.size,
    lineHeight: lineHeightOf(typography),
    suggestFontSize: 14,
    suggestLineHeight: 28,
  };
}
