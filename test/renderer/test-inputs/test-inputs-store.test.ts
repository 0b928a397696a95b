import { beforeEach, describe, expect, it } from 'vitest';
import type { TestInput } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { placeKey } from '#renderer/features/connections/connections-store.ts';
import { useNotices } from '#renderer/features/shell/notices-store.ts';
import { hasUnsavedInputs, useTestInputs } from '#renderer/features/test-inputs/test-inputs-store.ts';

const ada: TestInput = { id: 'ada', title: 'Ada', variables: { count: 3 }, checks: [{ kind: 'is-json' }] };
const bob: TestInput = { id: 'bob', title: 'Bob', variables: {}, checks: [] };
const variables = [{ name: 'count', type: 'number', required: true }] as const;

let place: PromptPlace;
let number = 0;
let stored: TestInput[];
let draft: unknown;
let isOffline: boolean;

const store = () => useTestInputs.getState();
const table = () => store().tables[placeKey(place)];
const titles = () => table()?.inputs.map(({ title }) => title);

beforeEach(() => {
  number += 1;
  place = { connection: `tested-${number}`, prompt: 'greeting' };
  stored = [ada];
  draft = null;
  isOffline = false;
  connectBridge({
    subscribe: () => () => undefined,
    async invoke(method, input) {
      const given = structuredClone(input) as { testInputs: TestInput[]; expected: unknown; draft: unknown };
      const fail = (code: 'registry-unreachable' | 'precondition-failed', members = {}) =>
        ({ ok: false, error: { code, detail: 'No.', members } }) as const;
      if (method === 'testInputs.putDraft') draft = given.draft;
      if (method === 'testInputs.discardDraft') draft = null;
      if (method === 'testInputs.getDraft') return { ok: true, value: structuredClone(draft) };
      if (isOffline) return fail('registry-unreachable');
      if (method === 'testInputs.set') {
        if (JSON.stringify(given.expected) !== JSON.stringify(stored))
          return fail('precondition-failed', { testInputs: structuredClone(stored) });
        stored = given.testInputs;
      }
      return { ok: true, value: structuredClone(stored) };
    },
  });
});

describe('the table', () => {
  it('is edited, undone and saved with the types of its variables', async () => {
    await store().load(place);
    store().setValue(place, 'ada', 'count', '4');
    store().setValue(place, 'ada', 'count', '42');
    const copy = store().duplicate(place, 'ada') ?? '';
    expect(titles()).toEqual(['Ada', 'Ada 2']);
    store().move(place, copy, 0);
    store().addCheck(place, copy);
    store().undo(place);
    store().undo(place);
    expect(titles()).toEqual(['Ada', 'Ada 2']);
    store().redo(place);
    expect(titles()).toEqual(['Ada 2', 'Ada']);
    store().remove(place, 'ada');
    store().putBack(place, { id: 'ada', title: 'Ada', values: { count: '42' }, checks: [] }, 1);
    expect(await store().save(place, variables)).toBe(true);
    expect(stored.map(({ title, variables }) => [title, variables])).toEqual([
      ['Ada 2', { count: 42 }],
      ['Ada', { count: 42 }],
    ]);
    expect(hasUnsavedInputs(table())).toBe(false);
  });

  it('one change of a field after another is one step', async () => {
    await store().load(place);
    for (const title of ['A', 'Ad', 'Adam']) store().setTitle(place, 'ada', title);
    store().undo(place);
    expect(titles()).toEqual(['Ada']);
  });

  it('is not saved while something is to be put right, and says what', async () => {
    await store().load(place);
    store().addCheck(place, 'ada');
    expect(await store().save(place, variables)).toBe(false);
    expect(table()).toMatchObject({ isChecked: true, isSaving: false });
    expect(stored).toEqual([ada]);
  });
});

describe('nothing that was typed is lost', () => {
  it('without a network, over a restart', async () => {
    await store().load(place);
    store().setTitle(place, 'ada', 'Ada Lovelace');
    isOffline = true;
    expect(await store().save(place, variables)).toBe(false);
    expect(table()?.error?.code).toBe('registry-unreachable');
    store().flush();
    await expect.poll(() => draft).not.toBeNull();
    useTestInputs.setState({ tables: {} });
    await store().load(place);
    expect(titles()).toEqual(['Ada Lovelace']);
    expect(store().errors[placeKey(place)]?.code).toBe('registry-unreachable');
    isOffline = false;
    expect(await store().save(place, variables)).toBe(true);
    expect(stored[0]?.title).toBe('Ada Lovelace');
    store().flush();
    await expect.poll(() => draft).toBeNull();
  });

  it('where somebody else changed other test inputs: both are saved', async () => {
    await store().load(place);
    store().setTitle(place, 'ada', 'Ada Lovelace');
    stored = [ada, bob];
    expect(await store().save(place, variables)).toBe(true);
    expect(stored.map(({ title }) => title)).toEqual(['Ada Lovelace', 'Bob']);
    expect(useNotices.getState().take().at(-1)?.title).toBe('Somebody else changed other test inputs');
  });

  it('where somebody else changed the same field: it is asked about', async () => {
    await store().load(place);
    store().setTitle(place, 'ada', 'Mine');
    stored = [{ ...ada, title: 'Theirs' }];
    expect(await store().save(place, variables)).toBe(false);
    expect(titles()).toEqual(['Mine']);
    expect(table()?.conflicts).toHaveLength(1);
    expect(await store().save(place, variables)).toBe(false);
    store().settle(place, 'ada', 'theirs');
    expect(titles()).toEqual(['Theirs']);
    expect(hasUnsavedInputs(table())).toBe(false);
  });

  it('where somebody else saves while it is looked at', async () => {
    await store().load(place);
    stored = [ada, bob];
    await store().refresh(place);
    expect(titles()).toEqual(['Ada', 'Bob']);
    store().setTitle(place, 'bob', 'Robert');
    stored = [bob];
    await store().refresh(place);
    expect(titles()).toEqual(['Robert']);
  });
});
