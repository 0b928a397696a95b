import { describe, expect, it } from 'vitest';
import { ValueEcho } from '#renderer/monaco/value-echo.ts';

describe('ValueEcho', () => {
  it('knows its own text when the screen is a keystroke behind', () => {
    const echo = new ValueEcho();
    echo.report('a');
    echo.report('ab');
    expect(echo.isForeign('a', () => 'ab')).toBe(false);
    expect(echo.isForeign('ab', () => 'ab')).toBe(false);
  });

  it('takes an earlier text as foreign once the screen has caught up', () => {
    const echo = new ValueEcho();
    echo.report('a');
    echo.report('ab');
    expect(echo.isForeign('ab', () => 'ab')).toBe(false);
    expect(echo.isForeign('a', () => 'ab')).toBe(true);
  });

  it('takes any other text as foreign, but not the current one', () => {
    const echo = new ValueEcho();
    echo.report('typed');
    expect(echo.isForeign('restored', () => 'typed')).toBe(true);
    expect(echo.isForeign('same', () => 'same')).toBe(false);
  });
});
