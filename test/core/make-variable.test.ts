import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, moveOntoLineEndings } from '#core/domain/apply-edits.ts';
import { readVariableToBe, type VariableToBe } from '#core/domain/make-variable.ts';
import { renderText } from '#core/domain/render.ts';
import { parseTemplate } from '#core/domain/template.ts';

function read(source: string, selected: string): VariableToBe {
  const start = source.indexOf(selected);
  const read = readVariableToBe(source, start, start + selected.length);
  if ('fault' in read) throw new Error(read.fault);
  return read;
}

describe('making a variable of a selection', () => {
  it('offers every other place of the same words, as words', () => {
    const source = 'Ann wrote. Anna answered Ann, “Ann”. {{Ann}} \\Ann';
    const { words, places, suggestedName } = read(source, 'Ann');
    expect(words).toBe('Ann');
    expect(suggestedName).toBe('ann');
    expect(places.map(({ start }) => start)).toEqual([0, 25, 31]);
  });

  it('leaves the space around the selection where it is', () => {
    const source = 'For Acme Corp. only';
    const { words, place, suggestedName } = read(source, ' Acme Corp. ');
    expect([words, suggestedName]).toEqual(['Acme Corp.', 'acme_corp']);
    expect(source.slice(place.start, place.end)).toBe('Acme Corp.');
  });

  it('refuses a selection that touches a variable, and an empty one', () => {
    expect(readVariableToBe('Dear {{name}}!', 3, 8)).toHaveProperty('fault');
    expect(readVariableToBe('Dear  you', 4, 6)).toHaveProperty('fault');
  });

  it('leaves the finished text as it was, wherever braces and escapes stand', () => {
    const piece = fc.constantFrom('Ann', 'an', ' ', '\n', '{{a}}', '\\', '{', '}', '\\{', 'é', '😀', '.');
    const text = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''));
    const render = (source: string, values: ReadonlyMap<string, string>) =>
      renderText(parseTemplate(source), values, 'keep');
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (source, one, other) => {
        const [from = 0, to = 0] = [one, other].map((at) => at % (source.length + 1)).sort((x, y) => x - y);
        const read = readVariableToBe(source, from, to);
        if ('fault' in read) return;
        for (const places of [read.places, [read.place]]) {
          const made = applyEdits(
            source,
            places.map((place) => ({ ...place, text: '{{made}}' })),
          );
          expect(render(made, new Map([['made', read.words]]))).toBe(render(source, new Map()));
        }
      }),
      { numRuns: 2_000, examples: [['\\{.', 2, 3]] },
    );
  });

  it('finds signs of regular expressions as they are', () => {
    expect(read('a.c abc (a.c)', 'a.c').places).toHaveLength(2);
  });
});

describe('edits', () => {
  it('mean the same in a text whose lines end otherwise', () => {
    const line = fc.string({ maxLength: 5 }).map((text) => text.replace(/[\r\n]/g, ''));
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    const texts = fc.array(fc.tuple(line, ends), { maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (lines, one, other) => {
        const source = lines.flat().join('');
        const levelled = source.replace(/\r\n?/g, '\n');
        const [a = 0, b = 0] = [one, other].map((at) => at % (levelled.length + 1)).sort((x, y) => x - y);
        const edits = [{ start: a, end: b, text: '{{x}}' }];
        const moved = applyEdits(source, moveOntoLineEndings(source, edits));
        expect(moved.replace(/\r\n?/g, '\n')).toBe(applyEdits(levelled, edits));
      }),
    );
  });
});
