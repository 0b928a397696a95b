import type { Settings } from '#core/contract/settings.ts';

/** How a prompt's text is set: a CSS font family, and the size in CSS pixels. */
export interface Typography {
  readonly family: string;
  readonly size: number;
  /** The widest line, in units of the font's size. */
  readonly measure: number;
}

const families: Record<Settings['editorFont'], string> = {
  sans: "'Inter Variable', system-ui, sans-serif",
  serif: "'Source Serif 4 Variable', Georgia, serif",
  mono: "'JetBrains Mono Variable', ui-monospace, monospace",
};

const measures: Record<Settings['lineLength'], number> = {
  short: 34,
  comfortable: 42,
  long: 54,
  whole: 10_000,
};

/** The typography that the settings ask for. */
export function typographyOf(
  settings: Pick<Settings, 'editorFont' | 'editorFontSize' | 'lineLength'>,
): Typography {
  return {
    family: families[settings.editorFont],
    size: settings.editorFontSize,
    measure: measures[settings.lineLength],
  };
}
