import type { DraftInput } from '#core/contract/test-shapes.ts';
import { isSameInput } from './draft-inputs.ts';

type Inputs = readonly DraftInput[];

/** A test input that two people changed in ways that cannot both be kept. */
export interface InputConflict {
  readonly mine: DraftInput;
  readonly theirs: DraftInput;
}

interface MergedInputs {
  /** With the own words where there is a conflict. */
  readonly inputs: Inputs;
  readonly conflicts: readonly InputConflict[];
}

/**
 * Brings together what two people made of the same test inputs. What only one of them changed is kept, field by
 * field; what one deleted and the other changed stays.
 */
export function mergeInputs(base: Inputs, mine: Inputs, theirs: Inputs): MergedInputs {
  const [bases, own, others] = [byId(base), byId(mine), byId(theirs)];
  const conflicts: InputConflict[] = [];
  const kept = new Map<string, DraftInput>();
  for (const id of new Set([...own.keys(), ...others.keys()])) {
    const merged = mergeOne(bases.get(id), own.get(id), others.get(id));
    if (!merged) continue;
    kept.set(id, merged.input);
    if (merged.conflict) conflicts.push(merged.conflict);
  }
  const shared = (list: Inputs) => list.filter(({ id }) => bases.has(id) && own.has(id) && others.has(id));
  const order = (list: Inputs) =>
    shared(list)
      .map(({ id }) => id)
      .join(' ');
  const [first, second] = order(theirs) === order(base) ? [mine, theirs] : [theirs, mine];
  const inputs = insertOthers(idsOf(first), idsOf(second)).flatMap((id) => kept.get(id) ?? []);
  return { inputs, conflicts };
}

interface MergedInput {
  readonly input: DraftInput;
  readonly conflict?: InputConflict;
}

function mergeOne(
  base: DraftInput | undefined,
  mine: DraftInput | undefined,
  theirs: DraftInput | undefined,
): MergedInput | null {
  if (!mine && !theirs) return null;
  if (!mine || !theirs) {
    const left = (mine ?? theirs) as DraftInput;
    // The other one deleted it: it stays where it is new or was changed.
    return base && isSameInput(left, base) ? null : { input: left };
  }
  if (isSameInput(mine, theirs) || (base && isSameInput(theirs, base))) return { input: mine };
  if (base && isSameInput(mine, base)) return { input: theirs };
  const names = new Set([...Object.keys(mine.values), ...Object.keys(theirs.values)]);
  const title = mergeField(base?.title, mine.title, theirs.title);
  const checks = mergeField(
    base && JSON.stringify(base.checks.map(withoutId)),
    JSON.stringify(mine.checks.map(withoutId)),
    JSON.stringify(theirs.checks.map(withoutId)),
  );
  const values: [string, string][] = [];
  let isClean = title.isClean && checks.isClean;
  for (const name of names) {
    const value = mergeField(valueIn(base, name), valueIn(mine, name), valueIn(theirs, name));
    isClean &&= value.isClean;
    if (value.merged) values.push([name, value.merged]);
  }
  const input: DraftInput = {
    id: mine.id,
    title: title.merged,
    // Not by assignment: a variable may be called “__proto__”.
    values: Object.fromEntries(values),
    checks: checks.isTheirs ? theirs.checks : mine.checks,
  };
  return isClean ? { input } : { input, conflict: { mine: input, theirs } };
}

function mergeField(base: string | undefined, mine: string, theirs: string) {
  const isTheirs = mine === base && theirs !== base;
  const isClean = mine === theirs || mine === base || theirs === base;
  return { merged: isTheirs ? theirs : mine, isTheirs, isClean };
}

function valueIn(input: DraftInput | undefined, name: string): string {
  return input && Object.hasOwn(input.values, name) ? (input.values[name] ?? '') : '';
}

const withoutId = ({ kind, value }: DraftInput['checks'][number]) => [kind, value];
const idsOf = (inputs: Inputs) => inputs.map(({ id }) => id);
const byId = (inputs: Inputs) => new Map(inputs.map((input) => [input.id, input]));

/** Puts what the second list has beside the first one's after its neighbour. */
function insertOthers(first: readonly string[], second: readonly string[]): string[] {
  const merged = [...first];
  for (const [index, id] of second.entries()) {
    if (merged.includes(id)) continue;
    const before = second.slice(0, index).findLast((other) => merged.includes(other));
    merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, id);
  }
  return merged;
}
