import { beforeEach, describe, expect, it } from 'vitest';
import type { TestInput } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { placeKey } from '#renderer/features/connections/connections-store.ts';
import { usePreview } from '#renderer/features/editor/preview-store.ts';
import {
  carryIntoSets,
  deleteValueSet,
  renameValueSet,
  saveValueSet,
  updateValueSet,
} from '#renderer/features/editor/value-sets.ts';
import { toFieldValues, toSetVariables } from '#renderer/format/set-values.ts';

const check = { kind: 'contains', value: 'Hallo' } as const;
const german: TestInput = { id: 'g', title: 'German', variables: { locale: 'de' }, checks: [check] };
const french: TestInput = { id: 'f', title: 'French', variables: { locale: 'fr' }, checks: [] };

let place: PromptPlace;
let number = 0;
/** The list as the registry has it. */
let stored: TestInput[];
let kept: unknown;
/** Runs when a change of the list has arrived, and before it is looked at. */
let beforeSet: () => void;

const preview = () => usePreview.getState();
const fields = () => preview().values[placeKey(place)];
const inRegistry = () => stored.map(({ id, title, variables }) => ({ id, title, variables }));

beforeEach(async () => {
  number += 1;
  place = { connection: `sets-${number}`, prompt: 'greeting' };
  stored = [german];
  beforeSet = () => undefined;
  kept = { chosen: null, own: { locale: 'it' }, changed: {} };
  connectBridge({
    subscribe: () => () => undefined,
    async invoke(method, input) {
      const given = structuredClone(input) as { testInputs: TestInput[]; expected: unknown; kept: unknown };
      if (method === 'testInputs.set') {
        beforeSet();
        if (JSON.stringify(given.expected) !== JSON.stringify(stored)) {
          return { ok: false, error: { code: 'precondition-failed', detail: 'Changed.', members: {} } };
        }
        stored = given.testInputs.map(({ id = `new-${number}`, ...others }) => ({ id, ...others }));
      }
      if (method === 'previewValues.put') kept = given.kept;
      const answers: Record<string, unknown> = { 'previewValues.get': kept };
      return { ok: true, value: structuredClone(answers[method] ?? stored) };
    },
  });
  await preview().load(place);
  await preview().loadSets(place);
});

describe('choosing values', () => {
  it('shows them, and brings back what was typed elsewhere', () => {
    expect(fields()).toEqual({ locale: 'it' });
    preview().choose(place, 'g');
    expect(fields()).toEqual({ locale: 'de' });
    preview().setValue(place, 'locale', 'de-AT');
    preview().choose(place, null);
    expect(fields()).toEqual({ locale: 'it' });
    preview().choose(place, 'g');
    expect(fields()).toEqual({ locale: 'de-AT' });
    preview().setValue(place, 'locale', 'de');
    expect(preview().kept[placeKey(place)]?.changed).toEqual({});
  });
});

describe('keeping values with the prompt', () => {
  it('adds a set to what somebody else added meanwhile, and chooses it', async () => {
    stored = [german, french];
    await saveValueSet(place, 'Italian', []);
    expect(inRegistry().map(({ title }) => title)).toEqual(['German', 'French', 'Italian']);
    expect(preview().kept[placeKey(place)]?.chosen).toBe(stored[2]?.id);
    expect(fields()).toEqual({ locale: 'it' });
  });

  it('keeps what was typed over a set under another name, and leaves that set as it was', async () => {
    preview().choose(place, 'g');
    preview().setValue(place, 'locale', 'de-AT');
    await saveValueSet(place, 'Austrian', []);
    expect(fields()).toEqual({ locale: 'de-AT' });
    preview().choose(place, 'g');
    expect(fields()).toEqual({ locale: 'de' });
    expect(preview().kept[placeKey(place)]?.changed).toEqual({});
  });

  it('drops nothing that somebody else adds at the same moment', async () => {
    beforeSet = () => {
      stored = [german, french];
      beforeSet = () => undefined;
    };
    await saveValueSet(place, 'Italian', []);
    expect(inRegistry().map(({ title }) => title)).toEqual(['German', 'French', 'Italian']);
  });

  it('changes one set alone, and leaves its checks', async () => {
    preview().choose(place, 'g');
    preview().setValue(place, 'locale', 'de-AT');
    stored = [french, { ...german, title: 'German, renamed' }];
    await updateValueSet(place, german, []);
    expect(stored).toEqual([french, { ...german, title: 'German, renamed', variables: { locale: 'de-AT' } }]);
    expect(preview().kept[placeKey(place)]?.changed).toEqual({});
    await renameValueSet(place, german, 'Austrian');
    expect(stored[1]).toEqual({ ...german, title: 'Austrian', variables: { locale: 'de-AT' } });
  });

  it('gives an updated set its values of before, and keeps what was typed in the fields', async () => {
    preview().choose(place, 'g');
    preview().setValue(place, 'locale', 'de-AT');
    const putBack = await updateValueSet(place, german, []);
    expect(stored).toEqual([{ ...german, variables: { locale: 'de-AT' } }]);
    await putBack();
    expect(stored).toEqual([german]);
    expect(fields()).toEqual({ locale: 'de-AT' });
    expect(preview().kept[placeKey(place)]?.changed).toHaveProperty('g');
  });

  it('puts a set back that somebody deleted while it was changed', async () => {
    preview().choose(place, 'g');
    preview().setValue(place, 'locale', 'de-CH');
    stored = [french];
    await updateValueSet(place, german, []);
    expect(stored).toEqual([french, { ...german, variables: { locale: 'de-CH' } }]);
  });

  it('deletes a set, and puts it back where it was with its checks', async () => {
    stored = [german, french];
    preview().choose(place, 'g');
    const putBack = await deleteValueSet(place, german);
    expect(stored).toEqual([french]);
    expect(fields()).toEqual({ locale: 'it' });
    await putBack();
    expect(stored).toEqual([german, french]);
    expect(fields()).toEqual({ locale: 'de' });
  });

  it('never drops what was typed over a set that somebody deleted', async () => {
    preview().setValue(place, 'locale', '');
    preview().choose(place, 'g');
    preview().setValue(place, 'locale', 'de-LI');
    stored = [];
    await preview().loadSets(place);
    expect(fields()).toEqual({ locale: 'de-LI' });
  });
});

it('numbers and yes or no are kept as what they are', () => {
  const variables = [
    { name: 'count', type: 'number', required: true },
    { name: 'code', type: 'number', required: true },
    { name: 'isNew', type: 'boolean', required: true },
    { name: 'text', type: 'text', required: true },
  ] as const;
  const values = { count: '3.5', code: '007', isNew: 'true', text: 'true' };
  const kept = toSetVariables(values, variables);
  expect(kept).toEqual({ count: 3.5, code: '007', isNew: true, text: 'true' });
  expect(toFieldValues({ variables: kept })).toEqual(values);
});

it('a renamed variable keeps its value in the fields and in every value set, for everybody once that is wanted', async () => {
  stored = [german, french, { id: 'e', title: 'Empty', variables: {}, checks: [] }];
  await preview().loadSets(place);
  expect(preview().copyValue(place, 'locale', 'language')).toBe(2);
  expect(fields()).toEqual({ locale: 'it', language: 'it' });
  preview().choose(place, 'f');
  expect(fields()).toEqual({ locale: 'fr', language: 'fr' });
  expect(inRegistry().map(({ variables }) => variables)).toEqual([{ locale: 'de' }, { locale: 'fr' }, {}]);

  preview().setValue(place, 'tone', 'kind');
  await carryIntoSets(place, 'locale', 'language');
  expect(inRegistry().map(({ variables }) => variables)).toEqual([
    { locale: 'de', language: 'de' },
    { locale: 'fr', language: 'fr' },
    {},
  ]);
  expect(stored[0]?.checks).toEqual([check]);
  // What was typed over a set beside the rename is still there.
  expect(preview().kept[placeKey(place)]?.changed).toEqual({
    f: { locale: 'fr', language: 'fr', tone: 'kind' },
  });
});
