import type { MonacoRuntime } from './monaco-runtime.ts';
import type { Typography } from './typography.ts';

/** Fetches the font, and has Monaco measure its letters again where they were measured too early. */
export function loadFont(monaco: MonacoRuntime, typography: Typography): void {
  const font = `${typography.size}px ${typography.family}`;
  if (document.fonts.check(font)) return;
  document.fonts.load(font).then(
    () => monaco.editor.remeasureFonts(),
    () => undefined,
  );
}
