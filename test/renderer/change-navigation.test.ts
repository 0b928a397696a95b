import { act } from 'react';
import { expect, it } from 'vitest';
import { useChangeNavigation } from '#renderer/components/prose-diff/use-change-navigation.ts';
import { renderHook } from './support/render-hook.ts';

it('goes round through all changes in both directions, and begins anew with another comparison', () => {
  const shown: number[] = [];
  const show = (place: number) => void shown.push(place);
  const navigation = renderHook(
    (changes: readonly number[]) => useChangeNavigation(changes, show),
    [3, 8, 9],
  );
  const step = (by: 1 | -1) => act(() => navigation.current.step(by));
  expect(navigation.current.current).toBeNull();
  for (let count = 0; count < 4; count += 1) step(1);
  expect(shown).toEqual([3, 8, 9, 3]);
  step(-1);
  expect(shown.at(-1)).toBe(9);
  expect(navigation.current.current).toBe(2);

  navigation.render([1, 2, 5, 7]);
  expect(navigation.current.current).toBeNull();
  step(-1);
  expect(shown.at(-1)).toBe(7);
  navigation.render([]);
  step(1);
  expect(shown.at(-1)).toBe(7);
  navigation.unmount();
});
