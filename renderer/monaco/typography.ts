/**
 * The type in which a person reads and writes prompts. `family` is a CSS font family, `size` is in pixels, `measure`
 * is the widest line in units of the size: 42 are about 90 letters of a proportional font.
 */
export interface Typography {
  readonly family: string;
  readonly size: number;
  readonly measure: number;
}

export type ColorScheme = 'light' | 'dark';

/** The least space on either side of the text, in pixels. */
export const smallestMargin = 24;

/** The height of a line, in pixels. */
export function lineHeightOf(typography: Typography): number {
  return Math.round(typography.size * 1.6);
}

/** The space left of the text, in pixels: the text stands in the middle of a place wider than its measure. */
export function marginFor(width: number, typography: Typography): number {
  return Math.max(smallestMargin, Math.floor((width - typography.measure * typography.size) / 2));
}
