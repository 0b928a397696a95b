import fc from 'fast-check';

const line = fc.oneof(
  fc.constantFrom(
    '',
    'Be kind.',
    'Be brief.',
    'Hello {{ name }}!',
    'é🙂',
    '- a',
    '+ b',
    '\\ No newline',
    ' ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
/** Texts that have much in common: lines from a small stock, with all kinds of line breaks and ends. */
export const alikeTexts = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\r', '\u2028')), { maxLength: 30 })
  .chain((lines) =>
    fc.constantFrom('', 'end').map((end) => lines.map(([words, ending]) => words + ending).join('') + end),
  );

/** Lines that differ by their number. */
export const numberedLines = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${make(index)}\n`);
