import type { ColorScheme, Typography } from './typography.ts';

type DiffMode = 'side-by-side' | 'inline';

/** What the screen may ask of a comparison. Going past the last change begins again at the first. */
export interface PromptDiffHandle {
  goToNextChange(): void;
  goToPreviousChange(): void;
  /** How many changed passages there are; 0 until they are found. */
  changeCount(): number;
}

/** What came out of a comparison. */
interface DiffOutcome {
  readonly changeCount: number;
  /** True where both texts are equal byte for byte; texts that differ in line endings alone have no change. */
  readonly isIdentical: boolean;
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
  /** Folds long passages without a change. */
  readonly hideUnchangedRegions?: boolean | undefined;
  /** For a small box: the text begins at the left, without a wide margin. */
  readonly isCompact?: boolean | undefined;
  readonly onReady?: ((handle: PromptDiffHandle) => void) | undefined;
  /** Told after each comparison, so that the screen can say “No differences”. */
  readonly onCompared?: ((outcome: DiffOutcome) => void) | undefined;
}
