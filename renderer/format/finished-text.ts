import { type RenderedPart, renderParts } from '#core/domain/render.ts';
import { parseTemplate } from '#core/domain/template.ts';
import { effectiveVariables, resolveValues, type VariableDeclaration } from '#core/domain/variables.ts';

export interface FinishedText {
  readonly parts: readonly RenderedPart[];
  /** Variables without a value or with one that does not fit. */
  readonly missing: readonly string[];
  /** Why a value does not fit, by variable. */
  readonly invalid: Readonly<Record<string, string>>;
  /** All variables: the declared ones, then those that the text uses beside them. */
  readonly variables: readonly VariableDeclaration[];
  readonly used: ReadonlySet<string>;
}

/** Renders a text with values, part by part: those of the Variables panel, or of a test input. */
export function finishText(
  content: string,
  declared: readonly VariableDeclaration[],
  values: Readonly<Record<string, unknown>>,
): FinishedText {
  const template = parseTemplate(content);
  const variables = effectiveVariables(template, declared);
  const resolved = resolveValues(template, variables, values);
  const used = new Set(template.variableNames);
  const invalid = Object.keys(resolved.invalid).filter((name) => used.has(name));
  return {
    parts: renderParts(template, resolved.values),
    missing: [...resolved.missing, ...invalid],
    invalid: resolved.invalid,
    variables,
    used,
  };
}

/** The finished text as one string; a variable without a value stands as it is written. */
export function joinParts(parts: readonly RenderedPart[]): string {
  return parts.map((part) => part.text).join('');
}
