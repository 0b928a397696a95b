import { describe, expect, it } from 'vitest';
import { themes } from '#renderer/monaco/themes.ts';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

function read(hex: string | undefined): Colour {
  const digits = (hex ?? '').slice(1).padEnd(8, 'f');
  const channel = (index: number) => Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16);
  return [channel(0), channel(1), channel(2), channel(3) / 255];
}

function lay(over: Colour, under: Colour): Colour {
  const mix = (index: 0 | 1 | 2) => over[index] * over[3] + under[index] * (1 - over[3]);
  return [mix(0), mix(1), mix(2), 1];
}

function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) => {
    const part = value / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: Colour, other: Colour): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(Object.entries(themes))('%s', (_name, { colors }) => {
  const text = read(colors['editor.foreground']);
  const page = read(colors['editor.background']);
  it.each([
    ['selected text', [colors['editor.selectionBackground']]],
    ['a found word', [colors['editor.findMatchBackground']]],
    ['an added line', [colors['diffEditor.insertedLineBackground']]],
    [
      'an added word',
      [colors['diffEditor.insertedLineBackground'], colors['diffEditor.insertedTextBackground']],
    ],
    ['a removed line', [colors['diffEditor.removedLineBackground']]],
    [
      'a removed word',
      [colors['diffEditor.removedLineBackground'], colors['diffEditor.removedTextBackground']],
    ],
    [
      'a removed word inline',
      [colors['diffEditor.insertedLineBackground'], colors['diffEditor.removedTextBackground']],
    ],
  ])('keeps %s readable', (_what, layers) => {
    const ground = layers.reduce<Colour>((under, layer) => lay(read(layer), under), page);
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});
