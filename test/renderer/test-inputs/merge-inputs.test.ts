import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftInput } from '#core/contract/test-shapes.ts';
import { mergeInputs } from '#renderer/features/test-inputs/merge-inputs.ts';

const input = (id: string, values: Record<string, string> = {}, title = id): DraftInput => ({
  id,
  title,
  values,
  checks: [],
});
const titles = (inputs: readonly DraftInput[]) => inputs.map(({ title }) => title);
const base = [input('a', { x: '1', y: '1' }), input('b'), input('c')];

describe('two people change the same list', () => {
  it('and both are kept, field by field', () => {
    const mine = [input('a', { x: '2', y: '1' }), input('b'), input('c'), input('m')];
    const theirs = [input('a', { x: '1', y: '3' }), input('t'), input('b', {}, 'B'), input('c')];
    const { inputs, conflicts } = mergeInputs(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(titles(inputs)).toEqual(['a', 't', 'B', 'c', 'm']);
    expect(inputs[0]?.values).toEqual({ x: '2', y: '3' });
  });

  it('and what one deleted goes, unless the other changed it', () => {
    const mine = [input('b', { x: 'mine' }), input('c')];
    const theirs = [input('a', { x: '1', y: '1' }), input('c')];
    expect(mergeInputs(base, mine, theirs).inputs).toEqual([input('b', { x: 'mine' }), input('c')]);
  });

  it('and the order of whoever changed it holds', () => {
    const [a, b, c] = base as [DraftInput, DraftInput, DraftInput];
    expect(titles(mergeInputs(base, [c, a, b], base).inputs)).toEqual(['c', 'a', 'b']);
    expect(titles(mergeInputs(base, base, [c, a, b]).inputs)).toEqual(['c', 'a', 'b']);
  });

  it('and what both changed in the same field is asked about, with the own words in its place', () => {
    const mine = [input('a', { x: 'mine', y: '1' })];
    const theirs = [input('a', { x: 'theirs', y: '9' })];
    const { inputs, conflicts } = mergeInputs([input('a', { x: '1', y: '1' })], mine, theirs);
    expect(inputs[0]?.values).toEqual({ x: 'mine', y: '9' });
    expect(conflicts).toEqual([{ mine: inputs[0], theirs: theirs[0] }]);
  });
});

it('nothing that one person alone wrote is ever lost', () => {
  const list = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      title: fc.constantFrom('one', 'two', 'three'),
      values: fc.dictionary(fc.constantFrom('x', 'y', '__proto__'), fc.constantFrom('1', '2', '3'), {
        noNullPrototype: true,
      }),
      checks: fc.constant<DraftInput['checks']>([]),
    }),
    { selector: ({ id }) => id },
  );
  fc.assert(
    fc.property(list, list, list, (before, mine, theirs) => {
      const { inputs, conflicts } = mergeInputs(before, mine, theirs);
      const ids = inputs.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const known = new Set(before.map(({ id }) => id));
      for (const { id } of [...mine, ...theirs]) if (!known.has(id)) expect(ids).toContain(id);
      for (const own of mine) {
        const other = theirs.find(({ id }) => id === own.id);
        const merged = inputs.find(({ id }) => id === own.id);
        if (!other || !merged) continue;
        for (const [name, value] of Object.entries(own.values)) {
          const old = before.find(({ id }) => id === own.id);
          const isChanged = !old || !Object.hasOwn(old.values, name) || old.values[name] !== value;
          if (isChanged) expect(merged.values[name]).toBe(value);
        }
      }
      expect(mergeInputs(before, mine, before).conflicts).toEqual([]);
      expect(mergeInputs(before, before, theirs).conflicts).toEqual([]);
      for (const { mine: own } of conflicts) expect(ids).toContain(own.id);
    }),
  );
});
