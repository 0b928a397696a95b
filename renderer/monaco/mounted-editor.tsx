import type { editor } from 'monaco-editor/editor';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { TextProblem } from '#core/domain/problems.ts';
import { handleOf } from './editor-handle.ts';
import { fitMeasure } from './fit-measure.ts';
import { followSize } from './follow-size.ts';
import { listenToPointer } from './listen-to-pointer.ts';
import { loadFont } from './load-font.ts';
import { markSpelling } from './mark-spelling.ts';
import type { MonacoRuntime } from './monaco-runtime.ts';
import type { PromptEditorProps } from './prompt-editor-props.ts';
import type { PromptModel } from './prompt-model.ts';
import { proseOptions, typeOptions, writingOptions } from './prose-options.ts';
import { showWrapped } from './show-wrapped.ts';
import { listenToView, showView } from './text-view.ts';
import { themeFor } from './themes.ts';
import { useLatest } from './use-latest.ts';
import { ValueEcho } from './value-echo.ts';

interface MountedEditorProps extends PromptEditorProps {
  readonly monaco: MonacoRuntime;
}

const none: readonly TextProblem[] = [];

/** Monaco's editor on the screen, kept in step with the props. */
export function MountedEditor(props: MountedEditorProps) {
  const { monaco, modelKey, value, variables, problems, spelling, typography, colorScheme, ariaLabel } =
    props;
  const readOnly = props.readOnly ?? false;
  const host = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState<editor.IStandaloneCodeEditor | null>(null);
  const latest = useLatest(props);
  const echo = useRef(new ValueEcho());
  const variablesEcho = useRef(new ValueEcho());
  const shown = useRef<PromptModel | null>(null);

  useLayoutEffect(() => {
    if (!host.current) return;
    const { typography, colorScheme, ariaLabel } = latest.current;
    const created = monaco.editor.create(host.current, {
      ...proseOptions,
      ...writingOptions,
      ...typeOptions(typography),
      ariaLabel,
      theme: themeFor(colorScheme),
      model: null,
    });
    setMounted(created);
    const stopFollowing = followSize(created, host.current);
    return () => {
      stopFollowing();
      keepViewState(created, shown.current);
      setMounted(null);
      created.dispose();
    };
  }, [monaco, latest]);

  useLayoutEffect(() => {
    monaco.editor.setTheme(themeFor(colorScheme));
  }, [monaco, colorScheme]);

  useLayoutEffect(() => {
    mounted?.updateOptions({ ariaLabel, readOnly, domReadOnly: readOnly });
  }, [mounted, ariaLabel, readOnly]);

  useLayoutEffect(() => {
    if (!mounted) return;
    mounted.updateOptions(typeOptions(typography));
    loadFont(monaco, typography);
    return fitMeasure(mounted, typography);
  }, [monaco, mounted, typography]);

  useLayoutEffect(() => {
    if (!mounted) return;
    const prompt = monaco.promptModels.open(modelKey, latest.current.value, latest.current.variables);
    echo.current = new ValueEcho();
    variablesEcho.current = new ValueEcho();
    shown.current = prompt;
    const stopWrapping = showWrapped(mounted, prompt.model);
    if (prompt.viewState) mounted.restoreViewState(prompt.viewState);
    else if (latest.current.initialView) showView(mounted, latest.current.initialView);
    const stopListeningToView = listenToView(mounted, (view) => latest.current.onView?.(view));
    const stopListening = prompt.onEdit((text) => {
      echo.current.report(text);
      latest.current.onChange(text);
    });
    const stopListeningToVariables = prompt.onVariables((restored) => {
      variablesEcho.current.report(JSON.stringify(restored));
      latest.current.onVariablesChange?.(restored);
    });
    return () => {
      stopListening();
      stopListeningToVariables();
      stopListeningToView();
      stopWrapping();
      keepViewState(mounted, prompt);
    };
  }, [monaco, mounted, modelKey, latest]);

  useLayoutEffect(() => {
    const prompt = mounted && monaco.promptModels.get(modelKey);
    if (!prompt) return;
    const hasText = echo.current.isForeign(value, () => prompt.text);
    const hasVariables =
      variables !== prompt.variables &&
      variablesEcho.current.isForeign(JSON.stringify(variables), () => JSON.stringify(prompt.variables));
    if (hasText || hasVariables) {
      prompt.takeOver(hasText ? value : prompt.text, hasVariables ? variables : prompt.variables);
    }
  }, [monaco, mounted, modelKey, value, variables]);

  useLayoutEffect(() => {
    if (mounted) monaco.promptModels.get(modelKey)?.showProblems(problems ?? none);
  }, [monaco, mounted, modelKey, problems]);

  useEffect(() => {
    if (!mounted || !spelling) return;
    return markSpelling(mounted, spelling);
  }, [mounted, spelling]);

  useEffect(() => {
    if (!mounted || !host.current) return;
    const stopListening = listenToPointer(mounted, host.current, latest);
    latest.current.onReady?.(handleOf(mounted));
    return () => {
      stopListening();
      latest.current.onReady?.(null);
    };
  }, [mounted, latest]);

  return <div ref={host} className="monaco-component" style={{ position: 'absolute', inset: 0 }} />;
}

/** A disposed editor has no model any more, and nothing to keep. */
function keepViewState(mounted: editor.IStandaloneCodeEditor, prompt: PromptModel | null): void {
  if (prompt && mounted.getModel() === prompt.model) prompt.viewState = mounted.saveViewState();
}
