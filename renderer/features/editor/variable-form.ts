import type { DeclaredText } from '#core/domain/declared-text.ts';
import { findRenameFault } from '#core/domain/rename-variable.ts';
import { formatValue, type VariableDeclaration, type VariableType } from '#core/domain/variables.ts';
import { readTypedNumber } from '../../format/typed-number.ts';

export type VariableKind = 'text' | 'long-text' | 'number' | 'boolean' | 'choice';

/** What is typed into the dialog of a variable: texts, whatever its type. */
export interface VariableForm {
  readonly name: string;
  readonly kind: VariableKind;
  /** One choice a line. */
  readonly choices: string;
  readonly required: boolean;
  readonly default: string;
  readonly description: string;
  readonly example: string;
}

export type VariableFaults = Partial<Record<keyof VariableForm, string>>;

export function toVariableForm(variable: VariableDeclaration): VariableForm {
  return {
    name: variable.name,
    kind: variable.multiline ? 'long-text' : variable.type,
    choices: (variable.choices ?? []).join('\n'),
    required: variable.required,
    default: variable.default === undefined ? '' : String(variable.default),
    description: variable.description ?? '',
    example: variable.example ?? '',
  };
}

/** The declaration that a form means. An empty part is left out. */
export function toDeclaration(form: VariableForm, locale: string): VariableDeclaration {
  const type: VariableType = form.kind === 'long-text' ? 'text' : form.kind;
  const standard = toDefault(form, locale);
  return {
    name: form.name.trim(),
    type,
    ...(form.kind === 'long-text' ? { multiline: true } : {}),
    ...(form.kind === 'choice' ? { choices: readChoices(form.choices) } : {}),
    required: form.required,
    ...(standard === undefined ? {} : { default: standard }),
    ...(form.description.trim() === '' ? {} : { description: form.description.trim() }),
    ...(form.example.trim() === '' ? {} : { example: toExample(form, locale) }),
  };
}

/**
 * Says in words what is wrong with each field.
 *
 * @param before the name that the variable has now; `null` for a new one
 */
export function findVariableFaults(
  form: VariableForm,
  text: DeclaredText,
  before: string | null,
  locale: string,
): VariableFaults {
  const faults: { -readonly [Field in keyof VariableForm]?: string } = {};
  const name = findNameFault(form.name.trim(), text, before);
  if (name) faults.name = name;
  if (form.kind === 'choice') {
    const choices = readChoices(form.choices);
    if (choices.length === 0) faults.choices = 'Give at least one choice.';
    else if (choices.length > 200) faults.choices = 'Give 200 choices at most.';
    else if (choices.some((choice) => choice.length > 1_000)) faults.choices = 'A choice is too long.';
    else if (new Set(choices).size < choices.length) faults.choices = 'One choice is there twice.';
  }
  const declaration = toDeclaration(form, locale);
  const check = (value: VariableDeclaration['default']) =>
    value !== undefined && 'reason' in formatValue(declaration, value);
  if (!faults.choices && check(declaration.default)) faults.default = misfit(form);
  if (!faults.choices && check(declaration.example)) faults.example = misfit(form);
  return faults;
}

function findNameFault(name: string, text: DeclaredText, before: string | null): string | null {
  if (before !== null) return findRenameFault(text, before, name);
  if (text.variables.some((variable) => variable.name === name)) {
    return `There is a variable called “${name}” already.`;
  }
  // Describing a variable that the text uses already is what this is for.
  return findRenameFault({ content: '', variables: [] }, '', name || ' ');
}

function misfit({ kind, choices }: VariableForm): string {
  if (kind === 'number') return 'This is not a number.';
  if (kind === 'boolean') return 'Choose yes or no.';
  return `Take one of the choices: ${readChoices(choices).slice(0, 5).join(', ')}.`;
}

function readChoices(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function toDefault(form: VariableForm, locale: string): VariableDeclaration['default'] {
  if (form.default === '') return undefined;
  if (form.kind === 'boolean') return form.default === 'true';
  if (form.kind !== 'number') return form.default;
  const number = readTypedNumber(form.default, locale);
  // A number that JavaScript would write otherwise stays as it is typed: “007”, “1.50”.
  return String(Number(number)) === number ? Number(number) : number;
}

function toExample(form: VariableForm, locale: string): string {
  return form.kind === 'number' ? readTypedNumber(form.example, locale) : form.example.trim();
}
