import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from '#core/domain/template.ts';
import { marksOfLine } from '#renderer/monaco/variable-marks.ts';

const declared = new Set(['name', 'tier']);

describe('marksOfLine', () => {
  it('marks declared and undeclared variables and escapes', () => {
    expect(marksOfLine('Hi {{name}}, \\{{ {{ other }} { "a": {} }', declared)).toEqual([
      { kind: 'variable', startColumn: 4, endColumn: 12 },
      { kind: 'escape', startColumn: 14, endColumn: 17 },
      { kind: 'undeclared', startColumn: 18, endColumn: 29 },
    ]);
  });

  it('leaves text alone that only looks like a variable', () => {
    expect(marksOfLine('{{1a}} {{name} {{}} {{ two words }}', declared)).toEqual([]);
  });

  it('finds line by line what the parser finds in the whole text', () => {
    const piece = fc.constantFrom(
      '{{name}}',
      '{{',
      '}}',
      '\\{{',
      '\\',
      '{',
      ' ',
      'name',
      '\n',
      'tier',
      '{{ x }}',
      'é😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const whole = parseTemplate(text)
          .segments.filter((segment) => segment.kind === 'variable')
          .map((segment) => text.slice(segment.start, segment.end));
        const byLine = text.split('\n').flatMap((line) =>
          marksOfLine(line, declared)
            .filter((mark) => mark.kind !== 'escape')
            .map((mark) => line.slice(mark.startColumn - 1, mark.endColumn - 1)),
        );
        expect(byLine).toEqual(whole);
      }),
    );
  });
});
