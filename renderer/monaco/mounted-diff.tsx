import type { editor } from 'monaco-editor/editor';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createTextModel } from './create-text-model.ts';
import { diffOptions } from './diff-options.ts';
import { fitMeasure } from './fit-measure.ts';
import { loadFont } from './load-font.ts';
import type { MonacoRuntime } from './monaco-runtime.ts';
import type { PromptDiffHandle, PromptDiffProps } from './prompt-diff-props.ts';
import { showWrapped } from './show-wrapped.ts';
import { themeFor } from './themes.ts';
import { useLatest } from './use-latest.ts';

interface MountedDiffProps extends PromptDiffProps {
  readonly monaco: MonacoRuntime;
}

/** Monaco's diff editor on the screen, kept in step with the props. */
export function MountedDiff(props: MountedDiffProps) {
  const { monaco, original, modified, mode, typography, colorScheme } = props;
  const { originalLabel, modifiedLabel } = props;
  const host = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState<editor.IStandaloneDiffEditor | null>(null);
  const latest = useLatest(props);

  useLayoutEffect(() => {
    if (!host.current) return;
    const created = monaco.editor.createDiffEditor(host.current, {
      ...diffOptions(latest.current),
      theme: themeFor(latest.current.colorScheme),
    });
    setMounted(created);
    return () => {
      setMounted(null);
      // Effects are undone in the order in which they were done: the models go before the editor.
      created.setModel(null);
      created.dispose();
    };
  }, [monaco, latest]);

  useLayoutEffect(() => {
    monaco.editor.setTheme(themeFor(colorScheme));
  }, [monaco, colorScheme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: these props are what the options are made of
  useLayoutEffect(() => {
    if (!mounted) return;
    mounted.updateOptions(diffOptions(latest.current));
    mounted.getOriginalEditor().updateOptions({ glyphMargin: false });
    const stops = [mounted.getOriginalEditor(), mounted.getModifiedEditor()].map((side) =>
      fitMeasure(side, typography),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [mounted, latest, mode, originalLabel, modifiedLabel, typography]);

  useLayoutEffect(() => {
    loadFont(monaco, typography);
  }, [monaco, typography]);

  useLayoutEffect(() => {
    if (!mounted) return;
    const models = {
      original: createTextModel(monaco.editor, original),
      modified: createTextModel(monaco.editor, modified),
    };
    let isFirst = true;
    const compared = mounted.onDidUpdateDiff(() => {
      const changeCount = mounted.getLineChanges()?.length ?? 0;
      if (isFirst && changeCount > 0) mounted.revealFirstDiff();
      isFirst = false;
    });
    const comparison = mounted.createViewModel(models);
    const [left, right] = [mounted.getOriginalEditor(), mounted.getModifiedEditor()];
    for (const side of [left, right]) side.updateOptions({ wrappingStrategy: 'simple' });
    mounted.setModel(comparison);
    const stops = [showWrapped(left, models.original), showWrapped(right, models.modified)];
    return () => {
      compared.dispose();
      for (const stop of stops) stop();
      if (mounted.getModel()) mounted.setModel(null);
      // Calls off what is still being compared, before its texts go.
      comparison.dispose();
      models.original.dispose();
      models.modified.dispose();
    };
  }, [monaco, mounted, original, modified]);

  useEffect(() => {
    if (mounted) latest.current.onReady?.(handleOf(mounted));
  }, [mounted, latest]);

  return <div ref={host} className="monaco-component" style={{ position: 'absolute', inset: 0 }} />;
}

function handleOf(mounted: editor.IStandaloneDiffEditor): PromptDiffHandle {
  return {
    goToNextChange: () => mounted.goToDiff('next'),
    goToPreviousChange: () => mounted.goToDiff('previous'),
  };
}
