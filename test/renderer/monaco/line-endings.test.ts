import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeLineEndings,
  readLineEndings,
  restoreLineEndings,
  withoutCarriageReturns,
} from '#renderer/monaco/line-endings.ts';

const anyText = fc
  .array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', '\u2028'))
  .map((parts) => parts.join(''));

/** What Monaco tells of replacing a stretch of a text that has `\n` alone. */
function changeOf(text: string, start: number, end: number, inserted: string) {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  return {
    range: { startLineNumber: lineAt(start), endLineNumber: lineAt(end) },
    rangeOffset: start,
    text: inserted,
  };
}

describe('line endings', () => {
  it('come back exactly', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(restoreLineEndings(withoutCarriageReturns(text), readLineEndings(text))).toBe(text);
      }),
    );
  });

  it('are not kept where all are line feeds', () => {
    expect(readLineEndings('a\nb\n')).toBeNull();
  });

  it('follow an edit, and new lines end as most do', () => {
    const text = 'a\r\nb\r\nc\nd';
    const inMonaco = withoutCarriageReturns(text);
    const change = changeOf(inMonaco, 2, 4, 'x\ny\nz');
    const endings = changeLineEndings(readLineEndings(text) ?? [], [change]);
    expect(restoreLineEndings('a\nx\ny\nzc\nd', endings)).toBe('a\r\nx\r\ny\r\nzc\nd');
  });

  it('follow several edits at once', () => {
    const text = 'a\rb\r\nc\nd\ne';
    const inMonaco = withoutCarriageReturns(text);
    const changes = [changeOf(inMonaco, 0, 0, '\n'), changeOf(inMonaco, 5, 6, '')];
    const endings = changeLineEndings(readLineEndings(text) ?? [], changes);
    expect(restoreLineEndings('\na\nb\ncd\ne', endings)).toBe('\na\rb\r\ncd\ne');
  });

  it('count one per line break after any edit', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.nat(20),
        fc.nat(20),
        fc.constantFrom('', 'x', '\n', 'x\ny\n'),
        (text, one, other, inserted) => {
          const inMonaco = withoutCarriageReturns(text);
          const [start, end] = [Math.min(one, other), Math.max(one, other)].map((offset) =>
            Math.min(offset, inMonaco.length),
          ) as [number, number];
          const endings = readLineEndings(text);
          if (!endings) return;
          const edited = inMonaco.slice(0, start) + inserted + inMonaco.slice(end);
          const changed = changeLineEndings(endings, [changeOf(inMonaco, start, end, inserted)]);
          expect(changed).toHaveLength(edited.split('\n').length - 1);
        },
      ),
    );
  });
});
