import type { TestInput } from '#core/contract/test-shapes.ts';
import type { PreviewValues } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration, VariableValue } from '#core/domain/variables.ts';

/** The values of a set as the fields of the Variables panel show them. */
export function toFieldValues({ variables }: Pick<TestInput, 'variables'>): PreviewValues {
  return Object.fromEntries(
    Object.entries(variables)
      .map(([name, value]) => [name, String(value)] as const)
      .filter(([, value]) => value !== ''),
  );
}

/** What stands in the fields as it is kept with the prompt: a number as a number, yes and no as true and false. */
export function toSetVariables(
  values: PreviewValues,
  variables: readonly VariableDeclaration[],
): Record<string, VariableValue> {
  const types = new Map(variables.map(({ name, type }) => [name, type]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, toValue(value, types.get(name))]),
  );
}

export function areSameValues(one: PreviewValues, other: PreviewValues): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && one[name] === other[name])
  );
}

function toValue(value: string, type: VariableDeclaration['type'] | undefined): VariableValue {
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  // A number that JavaScript would write otherwise stays as it is typed: “007”, “1.50”.
  if (type === 'number' && String(Number(value)) === value && Number.isFinite(Number(value)))
    return Number(value);
  return value;
}
