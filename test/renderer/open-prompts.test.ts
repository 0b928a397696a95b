import { beforeEach, expect, it } from 'vitest';
import type { SettingsChange } from '#core/contract/settings.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { useDrafts } from '#renderer/features/editor/drafts-store.ts';
import { useSettings } from '#renderer/features/settings/settings-store.ts';
import { currentPlace, useNavigation } from '#renderer/features/shell/navigation-store.ts';
import { followOpenPrompts, mostTabs, useOpenPrompts } from '#renderer/features/shell/open-prompts-store.ts';

const connection = 'sandbox';
const place = (prompt: string) => ({ connection, prompt });
const names = () => useOpenPrompts.getState().open.map(({ prompt }) => prompt);
const open = (prompt: string) => useNavigation.getState().openPrompt(prompt);
let kept: SettingsChange[];

connectBridge({
  subscribe: () => () => undefined,
  invoke: async (_, input) => {
    kept.push(input as SettingsChange);
    return { ok: true, value: {} };
  },
});
followOpenPrompts();

beforeEach(() => {
  kept = [];
  useDrafts.setState({ drafts: {} });
  useNavigation.setState({ view: 'prompts', prompt: null, tab: 'edit' });
  useOpenPrompts.setState({ open: [], closed: [] });
});

it('keeps a tab for each prompt that was opened, with the view that was shown', () => {
  for (const name of ['a', 'b', 'a']) open(name);
  useNavigation.getState().openTab('history');
  expect(useOpenPrompts.getState().open).toEqual([
    { ...place('a'), tab: 'history', view: null },
    { ...place('b'), tab: 'edit', view: null },
  ]);
  expect(kept.at(-1)?.openPrompts).toEqual(useOpenPrompts.getState().open);
});

it('keeps where the caret stands, with a draft or without', () => {
  for (const name of ['a', 'b']) open(name);
  const view = { anchor: 3, caret: 5, top: 0 };
  useDrafts.getState().noteView(place('a'), view);
  useOpenPrompts.getState().noteViews();
  expect(kept.at(-1)?.openPrompts).toMatchObject([
    { prompt: 'a', view },
    { prompt: 'b', view: null },
  ]);
  const updates = kept.length;
  useOpenPrompts.getState().noteViews();
  expect(kept).toHaveLength(updates);
});

it('shows a neighbour where the tab on the screen is closed, and the overview after the last', () => {
  for (const name of ['a', 'b', 'c']) open(name);
  useOpenPrompts.getState().close(place('a'));
  expect(currentPlace()?.prompt).toBe('c');
  useOpenPrompts.getState().close(place('c'));
  expect(currentPlace()?.prompt).toBe('b');
  useOpenPrompts.getState().close(place('b'));
  expect(currentPlace()).toBeNull();
  expect(kept.at(-1)).toEqual({ lastOpened: null });
  useOpenPrompts.getState().reopen();
  expect(currentPlace()?.prompt).toBe('b');
  expect(names()).toEqual(['b']);
});

it('goes around in both directions, and from no tab to the first or the last', () => {
  for (const name of ['a', 'b', 'c']) open(name);
  const { step } = useOpenPrompts.getState();
  const shown = (by: 1 | -1) => {
    step(by);
    return currentPlace()?.prompt;
  };
  expect([shown(1), shown(1), shown(-1), shown(-1)]).toEqual(['a', 'b', 'a', 'c']);
  useNavigation.getState().openView('prompts');
  expect(shown(1)).toBe('a');
  useNavigation.getState().openView('prompts');
  expect(shown(-1)).toBe('c');
});

it('puts a tab where another one was', () => {
  for (const name of ['a', 'b', 'c']) open(name);
  useOpenPrompts.getState().move(place('c'), place('a'));
  expect(names()).toEqual(['c', 'a', 'b']);
});

it('lets the one go that was longest unseen, but never one with a draft', () => {
  const draft = {
    ...place('p0'),
    content: 'x',
    variables: [],
    baseVersion: 1,
    baseContentHash: null,
    onTopOf: null,
    view: null,
    savedAt: '2026-03-03T14:00:00.000Z',
  };
  useDrafts.setState({ drafts: { 'sandbox/p0': draft } });
  for (let index = 0; index <= mostTabs; index += 1) open(`p${index}`);
  expect(names()).toHaveLength(mostTabs);
  expect(names()).toContain('p0');
  expect(names()).not.toContain('p1');
});

it('opens the tabs of the last time', () => {
  const openPrompts = [
    { ...place('a'), tab: 'compare', view: { anchor: 1, caret: 2, top: 0 } },
    { ...place('b'), tab: 'unknown', view: null },
  ];
  useSettings.getState().replace({ ...useSettings.getState().settings, openPrompts });
  useOpenPrompts.getState().restore();
  expect(useOpenPrompts.getState().open).toEqual([openPrompts[0], { ...openPrompts[1], tab: 'edit' }]);
});
