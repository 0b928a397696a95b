import { beforeEach, describe, expect, it } from 'vitest';
import type { StableInterval, VersionSummary } from '#core/contract/shapes.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { listBands, listStrokes, placeOf, spanOf } from '#renderer/features/history/stable-bands.ts';
import {
  barLength,
  indexOfVersion,
  largestChange,
  listTimelineItems,
  stepToVersion,
} from '#renderer/features/history/timeline-items.ts';
import { shownVersion, useVersions } from '#renderer/features/history/versions-store.ts';
import { MemoryApp, place } from './support/memory-app.ts';

const key = 'sandbox/greeting';
const numbers = () => (useVersions.getState().lists[key] ?? []).map(({ version }) => version);
const countdown = (from: number) => Array.from({ length: from }, (_, index) => from - index);
const initial = useVersions.getState();

function version(number: number, createdAt: string, words = 1): VersionSummary {
  return {
    prompt: place.prompt,
    version: number,
    variables: [],
    note: '',
    author: { id: 'me', name: 'Me' },
    createdAt,
    contentHash: '',
    parent: number === 1 ? null : number - 1,
    change: { added: words, removed: 0 },
  };
}

function interval(number: number, since: string, until: string | null): StableInterval {
  const me = { id: 'me', name: 'Me' };
  const promotion = { id: since, kind: 'promotion' as const, note: '', requestedBy: me, appliedBy: me };
  return { version: number, since, until, promotion };
}

describe('the list of versions', () => {
  let app: MemoryApp;
  beforeEach(() => {
    useVersions.setState(initial, true);
    app = new MemoryApp('Hello.');
    connectBridge(app);
  });
  const saveMany = (count: number) => {
    for (let index = 0; index < count; index += 1) app.saveAs('Me', `Hello ${index}.`);
  };

  it('begins with the newest; the older ones follow by themselves', async () => {
    saveMany(24);
    await useVersions.getState().load(place);
    expect(numbers()).toEqual(countdown(25).slice(0, 10));
    await expect.poll(numbers).toEqual(countdown(25));
    expect(useVersions.getState().older[key]).toBeNull();
  });

  it('goes on where it was interrupted, and says so meanwhile', async () => {
    saveMany(24);
    let calls = 0;
    app.before = () => {
      calls += 1;
      if (calls === 3) throw { code: 'registry-unreachable' };
    };
    await useVersions.getState().load(place);
    await expect.poll(() => useVersions.getState().errors[key]?.code).toBe('registry-unreachable');
    expect(numbers()).toEqual(countdown(25).slice(0, 20));
    await useVersions.getState().load(place);
    await expect.poll(numbers).toEqual(countdown(25));
    expect(useVersions.getState().errors[key]).toBeNull();
  });

  it('never has a gap, whatever was saved meanwhile', async () => {
    saveMany(4);
    await useVersions.getState().load(place);
    saveMany(30);
    const newest = app.versions.at(-1);
    if (newest) useVersions.getState().add(place, newest);
    expect(numbers()).toEqual(countdown(5));
    await useVersions.getState().load(place);
    await expect.poll(numbers).toEqual(countdown(35));
  });

  it('marks two versions at most', () => {
    const { mark } = useVersions.getState();
    const marked = () => useVersions.getState().marked[key];
    mark(place, 3);
    mark(place, 7);
    expect(marked()).toEqual([3, 7]);
    mark(place, 5);
    expect(marked()).toEqual([7, 5]);
    mark(place, 7);
    expect(marked()).toEqual([5]);
  });

  it('shows the newest until another one is chosen', async () => {
    saveMany(2);
    await useVersions.getState().load(place);
    expect(shownVersion(useVersions.getState(), place)).toBe(3);
    useVersions.getState().select(place, 1);
    expect(shownVersion(useVersions.getState(), place)).toBe(1);
  });
});

describe('the timeline', () => {
  const versions = [
    version(6, '2026-04-02T12:00:00.000Z', 3),
    version(5, '2026-03-20T12:00:00.000Z', 200),
    version(4, '2026-03-04T12:00:00.000Z'),
  ];
  const items = listTimelineItems(versions);

  it('is grouped by month, and keeps a place for what is on its way', () => {
    expect(items.map((item) => (item.kind === 'month' ? item.label : `${item.kind} ${item.number}`))).toEqual(
      [
        'April 2026',
        'version 6',
        'March 2026',
        'version 5',
        'version 4',
        'waiting 3',
        'waiting 2',
        'waiting 1',
      ],
    );
    expect(listTimelineItems([])).toEqual([]);
  });

  it('is walked from version to version', () => {
    const at = (number: number) => indexOfVersion(items, number);
    expect(stepToVersion(items, at(6), 1)).toBe(at(5));
    expect(stepToVersion(items, at(5), -1)).toBe(at(6));
    expect(stepToVersion(items, at(6), -1)).toBe(at(6));
    expect(stepToVersion(items, at(6), Number.POSITIVE_INFINITY)).toBe(at(1));
    expect(stepToVersion(items, at(1), Number.NEGATIVE_INFINITY)).toBe(at(6));
  });

  it('draws a few words visibly beside many', () => {
    expect(largestChange(versions)).toBe(200);
    expect(barLength(0, 200)).toBe(0);
    expect(barLength(1, 200)).toBeGreaterThan(0.1);
    expect(barLength(200, 200)).toBe(1);
  });
});

describe('the picture of stable', () => {
  const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T00:00:00.000Z`;
  const versions = [version(2, day(6)), version(1, day(1))];
  const history = [interval(1, day(9), null), interval(2, day(6), day(9)), interval(1, day(3), day(6))];
  const span = spanOf(versions, history, Date.parse(day(11)));

  it('lays the stretches side by side, from the first version until now', () => {
    const bands = listBands(history, span);
    const shares = bands.map(({ interval: { version: number }, from, to }) => [number, from, to]);
    expect(shares).toEqual([
      [1, 0.2, 0.5],
      [2, 0.5, 0.8],
      [1, 0.8, 1],
    ]);
    expect(placeOf('2020-01-01T00:00:00.000Z', span)).toBe(0);
  });

  it('draws no more strokes than there are columns', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => version(10_000 - index, day(1 + (index % 9))));
    expect(listStrokes(many, span, 1, 100).length).toBeLessThanOrEqual(101);
  });
});
