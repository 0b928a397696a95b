import type { DraftCheck, DraftInput, TestInput } from '#core/contract/test-shapes.ts';
import { findPatternFault, type TestCheck } from '#core/domain/test-checks.ts';
import { formatValue, type VariableDeclaration } from '#core/domain/variables.ts';
import { toFieldValues, toSetVariables } from '../../format/set-values.ts';

/** Test inputs as the fields of the table have them, and back. */

export function toDraftInput({ id, title, variables, checks }: TestInput): DraftInput {
  return { id, title, values: toFieldValues({ variables }), checks: checks.map(toDraftCheck) };
}

/** Checks have no id in the registry: a check is known by its place until it is moved. */
function toDraftCheck(check: TestCheck, index: number): DraftCheck {
  return { id: `check-${index}`, kind: check.kind, value: 'value' in check ? String(check.value) : '' };
}

export function toTestInput(draft: DraftInput, variables: readonly VariableDeclaration[]): TestInput {
  return {
    id: draft.id,
    title: draft.title.trim(),
    variables: toSetVariables(draft.values, variables),
    checks: draft.checks.map(toCheck),
  };
}

function toCheck({ kind, value }: DraftCheck): TestCheck {
  if (kind === 'is-json') return { kind };
  return kind === 'max-length' ? { kind, value: Number(value) } : { kind, value };
}

/** What has to be put right before a test input can be kept, by field: `title`, `check <id>`. */
export function findInputFaults({ title, checks }: DraftInput): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  if (title.trim() === '') faults.title = 'Give it a title.';
  if (title.trim().length > 200) faults.title = 'At most 200 characters.';
  for (const check of checks) {
    const fault = findCheckFault(check);
    if (fault) faults[`check ${check.id}`] = fault;
  }
  return faults;
}

function findCheckFault({ kind, value }: DraftCheck): string | null {
  if (kind === 'is-json') return null;
  if (kind === 'max-length') return /^\d{1,15}$/.test(value) ? null : 'Give a number of characters.';
  if (value === '') return kind === 'matches' ? 'Give a pattern.' : 'Give the words to look for.';
  if (kind !== 'matches') return value.length > 2_000 ? 'At most 2,000 characters.' : null;
  return value.length > 1_000 ? 'At most 1,000 characters.' : findPatternFault(value);
}

/** What is wrong with the value of a variable, as the end of a sentence that begins with “This”, or `null`. */
export function findValueFault(variable: VariableDeclaration, value: string): string | null {
  if (value === '') return null;
  const formatted = formatValue(variable, value);
  return 'reason' in formatted ? formatted.reason : null;
}

export function areSameInputs(left: readonly DraftInput[], right: readonly DraftInput[]): boolean {
  return left.length === right.length && left.every((input, index) => isSameInput(input, right[index]));
}

/** True where both would be kept as the same. */
export function isSameInput(left: DraftInput, right: DraftInput | undefined): boolean {
  return right !== undefined && left.id === right.id && signatureOf(left) === signatureOf(right);
}

/** Equal for inputs that differ in nothing but the order of their values and the ids of their checks. */
function signatureOf({ title, values, checks }: DraftInput): string {
  const sorted = Object.entries(values)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([title, sorted, checks.map(({ kind, value }) => [kind, value])]);
}

/** A title that no other has: “Ada”, “Ada 2”, “Ada 3”. */
export function freeTitle(wanted: string, taken: readonly string[]): string {
  const stem = wanted.replace(/ \d+$/, '');
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${stem} ${number}`)) number += 1;
  return `${stem} ${number}`;
}
