import type { Segment, Template } from './template.ts';

/** What to do where a variable has no value: refuse, leave nothing, or leave `{{name}}` as it is written. */
export type MissingMode = 'error' | 'blank' | 'keep';

/** A part of the finished text, and the variable that it came from (`null` for the prompt's own words). */
export interface RenderedPart {
  readonly text: string;
  readonly variable: string | null;
  readonly isMissing: boolean;
  /** Where it stands in the prompt's text, in UTF-16 offsets with `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Lists the finished text part by part. A value is inserted as it is: not escaped, and not read again for
 * variables. A variable without a value is left as it is written and marked as missing.
 */
export function renderParts(template: Template, values: ReadonlyMap<string, string>): RenderedPart[] {
  return template.segments.map((segment) => {
    const { start, end } = segment;
    if (segment.kind === 'text') return { text: segment.text, variable: null, isMissing: false, start, end };
    const value = values.get(segment.name);
    if (value !== undefined) return { text: value, variable: segment.name, isMissing: false, start, end };
    return { text: written(template, segment), variable: segment.name, isMissing: true, start, end };
  });
}

/** Builds the finished text. `missing` tells what stands where there is no value; callers refuse beforehand. */
export function renderText(
  template: Template,
  values: ReadonlyMap<string, string>,
  missing: Exclude<MissingMode, 'error'>,
): string {
  let text = '';
  for (const segment of template.segments) {
    if (segment.kind === 'text') text += segment.text;
    else text += values.get(segment.name) ?? (missing === 'keep' ? written(template, segment) : '');
  }
  return text;
}

function written({ source }: Template, { start, end }: Segment): string {
  return source.slice(start, end);
}
