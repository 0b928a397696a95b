import type { ColorScheme, Typography } from './typography.ts';

type DiffMode = 'side-by-side' | 'inline';

/** What the screen may ask of a comparison. Going past the last change begins again at the first. */
export interface PromptDiffHandle {
  goToNextChange(): void;
  goToPreviousChange(): void;
}

export interface PromptDiffProps {
  readonly original: string;
  readonly modified: string;
  readonly mode: DiffMode;
  readonly typography: Typography;
  readonly colorScheme: ColorScheme;
  readonly ariaLabel: string;
  /** The accessible names of the two texts, “From” and “To” by default. */
  readonly originalLabel?: string | undefined;
  readonly modifiedLabel?: string | undefined;
  readonly onReady?: ((handle: PromptDiffHandle) => void) | undefined;
}
