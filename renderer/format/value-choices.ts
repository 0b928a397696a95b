import type { Version } from '#core/contract/shapes.ts';
import type { TestInput } from '#core/contract/test-shapes.ts';
import type { RenderedPart } from '#core/domain/render.ts';
import { parseTemplate } from '#core/domain/template.ts';
import type { VariableValue } from '#core/domain/variables.ts';
import { finishText, joinParts } from './finished-text.ts';

type Text = Pick<Version, 'content' | 'variables'>;

/** Values that both texts are read with. */
export interface ValueChoice {
  readonly id: string;
  readonly title: string;
  readonly values: Readonly<Record<string, VariableValue>>;
  /** True where both finished texts are the same. */
  readonly readsTheSame: boolean;
}

/**
 * The values that a change can be read with: the prompt's test inputs, or else what the variables say themselves;
 * none where there are no variables.
 */
export function listValueChoices(
  candidate: Text,
  baseline: Text | null,
  inputs: readonly TestInput[],
): readonly ValueChoice[] {
  const used = [candidate, ...(baseline ? [baseline] : [])].flatMap(
    ({ content }) => parseTemplate(content).variableNames,
  );
  if (used.length === 0) return [];
  const named =
    inputs.length > 0
      ? inputs.map(({ id, title, variables }) => ({ id, title, values: variables }))
      : [{ id: 'examples', title: 'Examples of the variables', values: exampleValues(candidate, baseline) }];
  const finish = ({ content, variables }: Text, values: ValueChoice['values']) =>
    joinParts(finishText(content, variables, values).parts);
  return named.map((choice) => ({
    ...choice,
    readsTheSame: baseline !== null && finish(candidate, choice.values) === finish(baseline, choice.values),
  }));
}

function exampleValues(candidate: Text, baseline: Text | null): Record<string, VariableValue> {
  const declared = [...(baseline?.variables ?? []), ...candidate.variables];
  return Object.fromEntries(
    declared.flatMap(({ name, default: value, example, choices }) => {
      const shown = value ?? example ?? choices?.[0];
      return shown === undefined ? [] : [[name, shown] as const];
    }),
  );
}

/** A text as it is read, and the parts that it was put together from. */
export interface ReadText {
  readonly text: string;
  readonly parts: readonly RenderedPart[];
}

/** A version as it is read with values, or as it is written where there are none. */
export function readVersion({ content, variables }: Text, values: ValueChoice['values'] | null): ReadText {
  if (values === null) {
    const whole = { text: content, variable: null, isMissing: false, start: 0, end: content.length };
    return { text: content, parts: [whole] };
  }
  const { parts } = finishText(content, variables, values);
  return { text: joinParts(parts), parts };
}
