import { parseTemplate } from '#core/domain/template.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';

interface Declared {
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
}

/**
 * Says in words what changed in how the variables are declared, one sentence a change. Which came and which went is
 * not among them: the summary of the comparison says it.
 */
export function describeVariableChanges(before: Declared, after: Declared): string[] {
  const earlier = new Map(before.variables.map((variable) => [variable.name, variable]));
  const later = new Map(after.variables.map((variable) => [variable.name, variable]));
  const [usedEarlier, usedLater] = [before, after].map(
    ({ content }) => new Set(parseTemplate(content).variableNames),
  );
  const inBoth = (name: string) => usedEarlier?.has(name) && usedLater?.has(name);
  return [
    ...before.variables
      .filter(({ name }) => !later.has(name) && inBoth(name))
      .map(({ name }) => `${name} is no longer declared.`),
    ...after.variables.flatMap((variable) => {
      const old = earlier.get(variable.name);
      if (old) return describeChange(old, variable);
      return inBoth(variable.name) ? [`${variable.name} is now declared as ${nameType(variable)}.`] : [];
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
