import type { Settings } from '#core/contract/settings.ts';

/** How a prompt's text is set: a CSS font family, and the size in CSS pixels. */
export interface Typography {
  readonly family: string;
  readonly size: number;
}

const families: Record<Settings['editorFont'], string> = {
  sans: "'Inter Variable', system-ui, sans-serif",
  serif: "'Source Serif 4 Variable', Georgia, serif",
  mono: "'JetBrains Mono Variable', ui-monospace, monospace",
};

/** The typography that the settings ask for. */
export function typographyOf(settings: Pick<Settings, 'editorFont' | 'editorFontSize'>): Typography {
  return { family: families[settings.editorFont], size: settings.editorFontSize };
}
