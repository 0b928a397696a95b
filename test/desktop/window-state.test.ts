import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseWindowState } from '#main/desktop/window-state.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 870 };
const second = { x: 1440, y: -200, width: 1920, height: 1080 };

describe('the place of the window', () => {
  test('is the middle of the primary display at first', () => {
    expect(chooseWindowState(undefined, [laptop, second])).toEqual({
      bounds: { x: 60, y: 5, width: 1320, height: 860 },
      maximized: false,
    });
  });

  test('is where it was', () => {
    const saved = { bounds: { x: 1500, y: -100, width: 1000, height: 700 }, maximized: true };
    expect(chooseWindowState(saved, [laptop, second])).toEqual(saved);
  });

  test('is the primary display where the other one is gone, maximized as before', () => {
    const saved = { bounds: { x: 1500, y: -100, width: 1000, height: 700 }, maximized: true };
    const state = chooseWindowState(saved, [laptop]);
    expect(state.bounds.x).toBe(60);
    expect(state.maximized).toBe(true);
  });

  test('is not one where the title bar is out of reach', () => {
    const saved = { bounds: { x: 100, y: -300, width: 1000, height: 700 }, maximized: false };
    expect(chooseWindowState(saved, [laptop]).bounds.y).toBe(5);
  });

  test.each([null, 5, {}, { bounds: { x: 'a' } }, { bounds: { x: 0, y: 0, width: 1e99, height: 5 } }])(
    'does not come from the damaged entry %j',
    (saved) => {
      expect(chooseWindowState(saved, [laptop]).bounds.width).toBe(1320);
    },
  );

  test('is not one that only a wider window would reach from', () => {
    const saved = { bounds: { x: -3_800, y: 0, width: 4_000, height: 700 }, maximized: false };
    expect(chooseWindowState(saved, [laptop]).bounds.x).toBe(60);
  });

  test('can always be got hold of', () => {
    const side = fc.integer({ min: -5_000, max: 5_000 });
    const rectangle = (smallest: number) =>
      fc.record({
        x: side,
        y: side,
        width: fc.integer({ min: smallest, max: 4_000 }),
        height: fc.integer({ min: smallest, max: 4_000 }),
      });
    fc.assert(
      fc.property(
        rectangle(0),
        fc.array(rectangle(640), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (bounds, areas, maximized) => {
          const { bounds: chosen } = chooseWindowState({ bounds, maximized }, areas);
          const home = areas.find(
            (area) =>
              chosen.y >= area.y &&
              chosen.y + 40 <= area.y + area.height &&
              Math.min(chosen.x + chosen.width, area.x + area.width) - Math.max(chosen.x, area.x) >= 120 &&
              chosen.width <= area.width &&
              chosen.height <= area.height,
          );
          expect(home).toBeDefined();
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
