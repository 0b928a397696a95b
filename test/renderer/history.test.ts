import { beforeEach, describe, expect, it } from 'vitest';
import type { StableInterval, VersionSummary } from '#core/contract/shapes.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { listDots, listMoments, listStretches } from '#renderer/features/history/picture/picture-marks.ts';
import { listTicks } from '#renderer/features/history/picture/time-ticks.ts';
import { pan, shareOf, wholeView, zoom } from '#renderer/features/history/picture/time-view.ts';
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

  it('keeps no text that was asked of the registry before another one took its place', async () => {
    const { read, forget } = useVersions.getState();
    const answer = Promise.withResolvers<void>();
    app.before = () => answer.promise;
    const ofBefore = read(place, 1);
    forget(place.connection);
    const another = new MemoryApp('Another text.');
    connectBridge(another);
    expect((await read(place, 1)).content).toBe('Another text.');
    answer.resolve();
    await ofBefore;
    expect((await read(place, 1)).content).toBe('Another text.');
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

  it('begins a month where it begins here, hour by hour around the first of it', () => {
    const times = Array.from(
      { length: 96 },
      (_, hour) => new Date(Date.UTC(2026, 4, 2, 23) - hour * 3_600_000),
    );
    const hours = times.map((time, index) => version(96 - index, time.toISOString()));
    const lines = listTimelineItems(hours).map((item) => (item.kind === 'version' ? item.number : item.kind));
    const isApril = (time: Date) => time.getMonth() === 3;
    const firstOfApril = times.findIndex(isApril);
    expect(times.filter(isApril)).not.toEqual([]);
    expect(lines.indexOf('month', 1)).toBe(firstOfApril + 1);
    expect(lines.filter((line) => line === 'month')).toHaveLength(2);
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

describe('the picture of the history', () => {
  const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T00:00:00.000Z`;
  const at = (number: number) => Date.parse(day(number));
  const versions = [version(2, day(6)), version(1, day(1))];
  const history = [interval(1, day(9), null), interval(2, day(6), day(9)), interval(1, day(3), day(6))];
  const view = { start: at(1), end: at(11) };
  const stable = new Set([2]);

  it('lays the stretches of stable side by side, up to now', () => {
    const shares = listStretches(history, view, 100).map(({ interval: { version: number }, x, width }) => [
      ...[number, Math.round(x), Math.round(width)],
    ]);
    expect(shares).toEqual([
      [1, 20, 30],
      [2, 50, 30],
      [1, 80, 20],
    ]);
    const later = { start: at(7), end: at(8) };
    expect(listStretches(history, later, 100).map(({ interval: { version: number } }) => number)).toEqual([
      2,
    ]);
  });

  it('draws short stretches together, and loses none', () => {
    const minute = (number: number) => new Date(at(5) + number * 60_000).toISOString();
    const many = Array.from({ length: 200 }, (_, index) =>
      interval(200 - index, minute(199 - index), minute(200 - index)),
    );
    const stretches = listStretches(many, view, 400);
    expect(stretches.length).toBeLessThan(10);
    expect(stretches.reduce((sum, { count }) => sum + count, 0)).toBe(200);
  });

  it('has a dot for each version, and one for many that stand too close', () => {
    const dots = listDots(listMoments(versions), stable, view, 100);
    expect(dots.map(({ x, count, wasStable }) => [x, count, wasStable])).toEqual([
      [0, 1, false],
      [50, 1, true],
    ]);
    const many = listMoments(
      Array.from({ length: 10_000 }, (_, index) => version(index + 1, day(1 + (index % 9)))),
    );
    const together = listDots(many, stable, view, 900);
    expect(together.length).toBeLessThanOrEqual(100);
    expect(together.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
    expect(together.filter(({ wasStable }) => wasStable)).toHaveLength(1);
    expect(listDots(many, stable, { start: at(4) - 1, end: at(4) + 1 }, 900)).toMatchObject([
      { count: 1_111 },
    ]);
  });

  it('shows all of the time at first, and never more', () => {
    const whole = wholeView([at(1), at(9)], at(11));
    expect(shareOf(at(1), whole)).toBeGreaterThan(0);
    expect(shareOf(at(11), whole)).toBeLessThan(1);
    expect(zoom(whole, 4, 0.3, whole)).toEqual(whole);
    const near = zoom(whole, 0.5, 0.25, whole);
    const anchor = whole.start + (whole.end - whole.start) * 0.25;
    expect(shareOf(anchor, near)).toBeCloseTo(0.25);
    expect(pan(near, -100, whole).start).toBe(whole.start);
    expect(pan(near, 100, whole).end).toBeCloseTo(whole.end);
    expect(wholeView([], at(11)).end).toBeGreaterThan(at(11));
  });

  it('has round times on its axis, however near', () => {
    for (const span of [20_000, 3_600_000, 86_400_000, 40 * 86_400_000, 4_000 * 86_400_000]) {
      const ticks = listTicks({ start: at(4), end: at(4) + span }, 900);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(20);
      expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
    }
  });

  it('leaves out a label of its axis that the edge would cut off', () => {
    const minute = 60_000;
    // The last round minute stands right at the edge.
    const ticks = listTicks({ start: at(4), end: at(4) + 20 * minute + 1 }, 900);
    expect(ticks.length).toBeGreaterThan(1);
    for (const { x, label } of ticks) expect(x + 6 * label.length).toBeLessThan(900);
  });
});
