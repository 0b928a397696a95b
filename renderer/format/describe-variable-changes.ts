import type { VariableDeclaration } from '#core/domain/variables.ts';

/** Says in words what changed in the declarations, one sentence a change. */
export function describeVariableChanges(
  before: readonly VariableDeclaration[],
  after: readonly VariableDeclaration[],
): string[] {
  const old = new Map(before.map((variable) => [variable.name, variable]));
  const names = new Set(after.map((variable) => variable.name));
  const removed = before.filter((variable) => !names.has(variable.name));
  return [
    ...removed.map((variable) => `${variable.name} was removed.`),
    ...after.flatMap((variable) => {
      const earlier = old.get(variable.name);
      return earlier ? describeChange(earlier, variable) : [`${variable.name} was added (${variable.type}).`];
    }),
  ];
}

function describeChange(before: VariableDeclaration, after: VariableDeclaration): string[] {
  const name = after.name;
  const sentences: string[] = [];
  if (before.type !== after.type)
    sentences.push(`${name} is ${nameType(after)}, it was ${nameType(before)}.`);
  if (before.required !== after.required) {
    sentences.push(after.required ? `${name} is now required.` : `${name} is no longer required.`);
  }
  if (before.default !== after.default) sentences.push(describeDefault(name, before.default, after.default));
  const choices = (variable: VariableDeclaration) => (variable.choices ?? []).join(', ');
  if (after.type === 'choice' && before.type === 'choice' && choices(before) !== choices(after)) {
    sentences.push(`${name} may be ${choices(after)}; it was ${choices(before)}.`);
  }
  if ((before.description ?? '') !== (after.description ?? ''))
    sentences.push(`${name} has another description.`);
  if ((before.example ?? '') !== (after.example ?? '')) sentences.push(`${name} has another example.`);
  return sentences;
}

function describeDefault(
  name: string,
  before: VariableDeclaration['default'],
  after: VariableDeclaration['default'],
): string {
  if (after === undefined) return `${name} no longer has a default.`;
  if (before === undefined) return `${name} has the default “${after}”.`;
  return `${name} has the default “${after}”, it was “${before}”.`;
}

function nameType({ type }: VariableDeclaration): string {
  return { text: 'a text', number: 'a number', boolean: 'yes or no', choice: 'a choice' }[type];
}
