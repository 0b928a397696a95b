import { beforeEach, describe, expect, it } from 'vitest';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { useConnections } from '#renderer/features/connections/connections-store.ts';
import { useLibrary } from '#renderer/features/library/library-store.ts';
import { listByFolder } from '#renderer/features/library/list-rows.ts';
import {
  countByFolder,
  readSelectionKey,
  selectTo,
  toggleRow,
} from '#renderer/features/library/select-rows.ts';
import {
  isSelectionArchived,
  listSelected,
  useSelection,
} from '#renderer/features/library/selection-store.ts';

const prompt = (name: string, archived = false): PromptSummary => ({
  name,
  title: name,
  description: '',
  tags: [],
  latest: 1,
  stable: null,
  updatedAt: '2026-03-03T14:00:00.000Z',
  pendingPromotions: 0,
  archived,
});
const all = ['a', 'b', 'legal/c', 'legal/eu/d', 'legal/eu/e', 'z/f'].map((name) => prompt(name));
const rows = listByFolder(all);
const chosen = () => [...useSelection.getState().names].toSorted();
const at = (name: string) =>
  rows.findIndex((row) => (row.kind === 'prompt' ? row.prompt.name : `${row.folder}/`) === name);
const rowAt = (name: string) => {
  const row = rows[at(name)];
  if (!row) throw new Error(`There is no row ${name}.`);
  return row;
};

beforeEach(() => {
  useConnections.setState({ currentId: 'sandbox' });
  useLibrary.setState({ prompts: { sandbox: all }, archived: { sandbox: [prompt('old', true)] } });
  useSelection.getState().end();
});

describe('selecting prompts', () => {
  it('takes a row, and puts it back', () => {
    toggleRow(rowAt('b'), all);
    expect(chosen()).toEqual(['b']);
    toggleRow(rowAt('b'), all);
    expect(chosen()).toEqual([]);
  });

  it('takes a whole folder, also where it is closed, and what is below it', () => {
    const closed = listByFolder(all, new Set(['legal']));
    const folder = closed.find((row) => row.kind === 'folder' && row.folder === 'legal');
    if (folder) toggleRow(folder, all);
    expect(chosen()).toEqual(['legal/c', 'legal/eu/d', 'legal/eu/e']);
    toggleRow(rowAt('legal/eu/d'), all);
    expect(Object.fromEntries(countByFolder(useSelection.getState().names))).toEqual({
      legal: 2,
      'legal/eu': 1,
    });
    // Some of it is missing: the rest is taken first.
    toggleRow(rowAt('legal/'), all);
    expect(chosen()).toHaveLength(3);
    toggleRow(rowAt('legal/'), all);
    expect(chosen()).toEqual([]);
  });

  it('draws on from where it began, whichever way', () => {
    toggleRow(rowAt('b'), all);
    selectTo(rows, at('legal/eu/d'), at('b'));
    expect(chosen()).toEqual(['b', 'legal/c', 'legal/eu/d']);
    selectTo(rows, at('a'), at('legal/eu/d'));
    expect(chosen()).toEqual(['a', 'b', 'legal/c', 'legal/eu/d']);
  });

  it('begins at the row that has the focus where nothing was selected', () => {
    selectTo(rows, at('b'), at('a'));
    expect(chosen()).toEqual(['a', 'b']);
    expect(useSelection.getState().anchor).toBe('a');
  });

  it('is of one registry: of another one nothing is selected', () => {
    toggleRow(rowAt('a'), all);
    useConnections.setState({ currentId: 'team' });
    expect(listSelected()).toEqual([]);
    useSelection.getState().choose(['x'], true);
    expect(chosen()).toEqual(['x']);
  });

  it('leaves out what is gone, and knows where all of it is archived', () => {
    useSelection.getState().choose(['b', 'gone'], true);
    expect(listSelected()).toEqual(['b']);
    expect(isSelectionArchived()).toBe(false);
    useSelection.getState().end();
    useSelection.getState().choose(['old'], true);
    expect(isSelectionArchived()).toBe(true);
  });

  it('has its keys', () => {
    const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
      readSelectionKey(rows, 1, {
        key,
        shiftKey: false,
        ctrlKey: false,
        metaKey: false,
        altKey: false,
        ...held,
      });
    expect(press(' ')).toEqual({ kind: 'toggle' });
    expect(press('a', { ctrlKey: true })).toEqual({ kind: 'all' });
    expect(press('ArrowDown', { shiftKey: true })).toEqual({ kind: 'to', index: 2 });
    expect(press('Home', { shiftKey: true })).toEqual({ kind: 'to', index: 0 });
    expect(press('ArrowDown')).toBeNull();
    expect(press('a')).toBeNull();
    expect(press('Escape')).toBeNull();
    useSelection.getState().begin();
    expect(press('Escape')).toEqual({ kind: 'end' });
  });
});
