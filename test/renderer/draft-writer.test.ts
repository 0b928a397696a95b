import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftWriter, type WhenIdle } from '#renderer/bridge/draft-writer.ts';

interface Step {
  readonly what: string;
  readonly at: number;
  readonly finish: () => void;
  readonly fail: () => void;
}

/** A disk whose steps last until the test ends them. */
function createDisk(whenIdle: WhenIdle | null = null) {
  const steps: Step[] = [];
  const kept: string[] = [];
  const failures: unknown[] = [];
  const begin = <Value>(what: string, value: Value) =>
    new Promise<Value>((resolve, reject) => {
      const at = performance.now();
      steps.push({ what, at, finish: () => resolve(value), fail: () => reject(new Error('disk full')) });
    });
  const draftSteps = {
    put: (text: string) => begin(text, text),
    discard: () => begin('discard', undefined),
    onKept: (text: string) => kept.push(text),
    onDiscarded: () => kept.push('discarded'),
    onFailed: (thrown: unknown) => failures.push(thrown),
  };
  const writer = new DraftWriter<string, string>(draftSteps, 100, whenIdle);
  return { writer, steps, kept, failures };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('DraftWriter', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('sends the first keystroke at once', () => {
    const { writer, steps } = createDisk();
    writer.put('a');
    expect(steps.map(({ what }) => what)).toEqual(['a']);
  });

  it('waits for a moment without work, with the newest text, and not where the window is left', async () => {
    const waiting = new Set<() => void>();
    const whenIdle: WhenIdle = (run) => {
      waiting.add(run);
      return () => waiting.delete(run);
    };
    const rest = () => {
      for (const run of waiting) {
        waiting.delete(run);
        run();
      }
    };
    const { writer, steps } = createDisk(whenIdle);
    writer.put('a');
    writer.put('ab');
    expect(steps).toHaveLength(0);
    expect(writer.isBusy).toBe(true);
    rest();
    expect(steps.map(({ what }) => what)).toEqual(['ab']);
    steps[0]?.finish();
    writer.put('abc');
    await vi.advanceTimersByTimeAsync(100);
    expect(steps).toHaveLength(1);
    void writer.flush();
    expect(steps.map(({ what }) => what)).toEqual(['ab', 'abc']);
    expect(waiting.size).toBe(0);
  });

  it('sends every keystroke at most 120 ms later under continuous typing', async () => {
    const { writer, steps } = createDisk();
    const typedAt = new Map<string, number>();
    let text = '';
    for (let key = 0; key < 100; key += 1) {
      text += 'x';
      typedAt.set(text, performance.now());
      writer.put(text);
      for (const step of steps) step.finish();
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.advanceTimersByTimeAsync(200);
    for (const [typed, at] of typedAt) {
      const sent = steps.find(({ what }) => what.length >= typed.length);
      expect(sent && sent.at - at).toBeLessThanOrEqual(120);
    }
    expect(steps.at(-1)?.what).toBe(text);
    expect(steps.length).toBeLessThan(25);
  });

  it('never has two steps under way, and sends only the newest text next', async () => {
    const { writer, steps, kept } = createDisk();
    writer.put('a');
    writer.put('ab');
    writer.put('abc');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(steps).toHaveLength(1);
    steps[0]?.finish();
    await vi.advanceTimersByTimeAsync(200);
    expect(steps.map(({ what }) => what)).toEqual(['a', 'abc']);
    steps[1]?.finish();
    await settle();
    expect(kept).toEqual(['a', 'abc']);
    expect(writer.isBusy).toBe(false);
  });

  it('lets a discard wait for the text before it, and replaces text that still waits', async () => {
    const { writer, steps, kept } = createDisk();
    writer.put('a');
    writer.put('ab');
    writer.discard();
    steps[0]?.finish();
    await vi.advanceTimersByTimeAsync(200);
    steps[1]?.finish();
    await settle();
    expect(kept).toEqual(['a', 'discarded']);
  });

  it('flushes without waiting for the interval', async () => {
    const { writer, steps } = createDisk();
    writer.put('a');
    steps[0]?.finish();
    await settle();
    writer.put('ab');
    expect(steps).toHaveLength(1);
    void writer.flush();
    expect(steps.map(({ what }) => what)).toEqual(['a', 'ab']);
  });

  it('goes on trying after a failure, with the newest text', async () => {
    const { writer, steps, kept, failures } = createDisk();
    writer.put('a');
    steps[0]?.fail();
    await settle();
    expect(failures).toHaveLength(1);
    expect(writer.isBusy).toBe(true);
    writer.put('ab');
    await vi.advanceTimersByTimeAsync(600);
    steps[1]?.fail();
    await vi.advanceTimersByTimeAsync(1_100);
    steps[2]?.finish();
    await settle();
    expect(steps.map(({ what }) => what)).toEqual(['a', 'ab', 'ab']);
    expect(kept).toEqual(['ab']);
    expect(writer.isBusy).toBe(false);
  });

  it('sends the last words of a closing window beside a step that is still under way', async () => {
    const { writer, steps, kept } = createDisk();
    writer.put('first');
    writer.put('first and last');
    const flushed = writer.flush();
    expect(steps.map(({ what }) => what)).toEqual(['first', 'first and last']);
    for (const step of steps) step.finish();
    await flushed;
    expect(kept).toEqual(['first', 'first and last']);
    expect(writer.isBusy).toBe(false);
  });

  it('does not try an older text again once a newer one is on its way', async () => {
    const { writer, steps, kept } = createDisk();
    writer.put('old');
    writer.put('new');
    const flushed = writer.flush();
    steps[0]?.fail();
    steps[1]?.finish();
    await flushed;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(steps.map(({ what }) => what)).toEqual(['old', 'new']);
    expect(kept).toEqual(['new']);
  });
});
