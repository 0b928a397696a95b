import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useGrowing } from '#renderer/components/use-growing.ts';
import { useRested } from '#renderer/components/use-rested.ts';
import { renderHook } from './support/render-hook.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));

describe('a list that grows', () => {
  it('is whole at once where it is short', () => {
    const drawn = renderHook(useGrowing, 7);
    expect(drawn.current).toBe(7);
    drawn.unmount();
  });

  it('is drawn a screenful at once, and then step by step to its end', () => {
    const drawn = renderHook(useGrowing, 50);
    const seen = [drawn.current];
    while (drawn.current < 50) {
      pass(1);
      seen.push(drawn.current);
    }
    expect(seen).toEqual([20, 40, 50]);
    pass(100);
    expect(drawn.current).toBe(50);
    drawn.unmount();
  });

  it('goes on from where it is when the list gets longer or shorter meanwhile', () => {
    const drawn = renderHook(useGrowing, 30);
    pass(1);
    drawn.render(5);
    expect(drawn.current).toBe(5);
    drawn.render(45);
    expect(drawn.current).toBe(40);
    pass(1);
    expect(drawn.current).toBe(45);
    drawn.unmount();
  });
});

describe('a value that rests', () => {
  const use = ({ value, companion }: { value: string; companion: string }) => useRested(value, companion);
  const typed = (value: string) => ({ value, companion: 'prompt' });

  it('follows between two keys, not in the frame of a key', () => {
    const rested = renderHook(use, typed('a'));
    expect(rested.current).toBe('a');
    rested.render(typed('ab'));
    expect(rested.current).toBe('a');
    pass(31);
    expect(rested.current).toBe('a');
    pass(1);
    expect(rested.current).toBe('ab');
    rested.unmount();
  });

  it('is not put off for ever by keys that never rest', () => {
    const rested = renderHook(use, typed(''));
    let text = '';
    let longest = 0;
    for (let key = 0; key < 100; key += 1) {
      text += 'x';
      rested.render(typed(text));
      pass(10);
      longest = Math.max(longest, text.length - rested.current.length);
    }
    // In keys of ten milliseconds: 200 ms at most, and the key itself.
    expect(longest).toBeGreaterThan(3);
    expect(longest).toBeLessThanOrEqual(21);
    pass(32);
    expect(rested.current).toBe(text);
    rested.unmount();
  });

  it('takes over at once what came with another companion, and never mixes the two', () => {
    const rested = renderHook(use, typed('old'));
    rested.render(typed('old, typed'));
    rested.render({ value: 'new', companion: 'other prompt' });
    expect(rested.current).toBe('new');
    pass(1_000);
    expect(rested.current).toBe('new');
    rested.unmount();
  });

  it('does not change where the value comes back before it has rested', () => {
    const rested = renderHook(use, typed('a'));
    rested.render(typed('ab'));
    rested.render(typed('a'));
    pass(1_000);
    expect(rested.current).toBe('a');
    rested.unmount();
  });
});
