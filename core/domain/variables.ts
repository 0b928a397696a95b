import { isVariableName, type Template } from './template.ts';

/** How many variables a prompt may declare. */
export const maxVariables = 200;

export const variableTypes = ['text', 'number', 'boolean', 'choice'] as const;
export type VariableType = (typeof variableTypes)[number];

/** A value as it arrives in JSON. */
export type VariableValue = string | number | boolean;

/** What a prompt's author says of a variable. */
export interface VariableDeclaration {
  readonly name: string;
  readonly type: VariableType;
  /** True where the text has several lines; only with the type `text`. It tells a form which field to show. */
  readonly multiline?: boolean | undefined;
  /** The allowed values; only with the type `choice`. */
  readonly choices?: readonly string[] | undefined;
  readonly required: boolean;
  /** Used where no value is given. */
  readonly default?: VariableValue | undefined;
  readonly description?: string | undefined;
  readonly example?: string | undefined;
}

const numberPattern = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * All variables of a prompt: the declared ones, then those that are used but not declared, which are required
 * texts.
 */
export function effectiveVariables(
  template: Template,
  declared: readonly VariableDeclaration[],
): VariableDeclaration[] {
  const known = new Set(declared.map((variable) => variable.name));
  const undeclared = template.variableNames.filter((name) => !known.has(name));
  return [
    ...declared,
    ...undeclared.map((name): VariableDeclaration => ({ name, type: 'text', required: true })),
  ];
}

/** Turns a value into the text that is inserted, or says in words why it does not fit the variable. */
export function formatValue(
  variable: VariableDeclaration,
  value: unknown,
): { readonly text: string } | { readonly reason: string } {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return { reason: 'must be a text, a number, or true or false' };
  }
  const text = String(value);
  switch (variable.type) {
    case 'text':
      return { text };
    case 'number':
      if (typeof value === 'number' ? Number.isFinite(value) : numberPattern.test(text)) return { text };
      return { reason: 'must be a number' };
    case 'boolean':
      return text === 'true' || text === 'false' ? { text } : { reason: 'must be true or false' };
    case 'choice':
      if (variable.choices?.includes(text)) return { text };
      return { reason: `must be one of: ${(variable.choices ?? []).join(', ')}` };
  }
}

/** What became of the values that were given for a prompt. */
export interface ResolvedValues {
  /** The text to insert, by variable. An optional variable without value or default is the empty text. */
  readonly values: ReadonlyMap<string, string>;
  /** Variables that the text uses, are required and have neither a value nor a default. */
  readonly missing: readonly string[];
  /** Why a given value was refused, by variable. */
  readonly invalid: Readonly<Record<string, string>>;
}

/** Matches given values against a prompt's variables. Values that the prompt does not know are ignored. */
export function resolveValues(
  template: Template,
  variables: readonly VariableDeclaration[],
  given: Readonly<Record<string, unknown>>,
): ResolvedValues {
  const values = new Map<string, string>();
  const missing: string[] = [];
  // Without a prototype, for a variable may be called “__proto__”.
  const invalid: Record<string, string> = Object.create(null);
  for (const variable of variables) {
    const isGiven = Object.hasOwn(given, variable.name);
    const value = isGiven ? given[variable.name] : variable.default;
    if (value === undefined) {
      if (!variable.required) values.set(variable.name, '');
      else if (template.variableNames.includes(variable.name)) missing.push(variable.name);
      continue;
    }
    const formatted = formatValue(variable, value);
    if ('text' in formatted) values.set(variable.name, formatted.text);
    else invalid[variable.name] = formatted.reason;
  }
  return { values, missing, invalid };
}

/** Says in words what is wrong with a declaration, or `null`. */
export function findDeclarationFault(variable: VariableDeclaration): string | null {
  const { name, type, choices, multiline } = variable;
  if (!isVariableName(name)) {
    return `“${name}” cannot be the name of a variable: use letters, digits, “_”, “.” and “-”, begin with a letter or “_”, 64 characters at most.`;
  }
  if (type === 'choice') {
    if (!choices || choices.length === 0) return `“${name}” is a choice: give it at least one value.`;
    if (new Set(choices).size < choices.length) return `“${name}” has the same choice twice.`;
  } else if (choices) {
    return `“${name}” has choices, but its type is ${type}.`;
  }
  if (multiline && type !== 'text') return `“${name}” has several lines, but its type is ${type}.`;
  if (variable.default !== undefined) {
    const formatted = formatValue(variable, variable.default);
    if ('reason' in formatted) return `The default of “${name}” ${formatted.reason}.`;
  }
  return null;
}
