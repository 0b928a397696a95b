import { describe, expect, it } from 'vitest';
import { escapeMarkdown, hoverVariable } from '#renderer/monaco/variable-hover.ts';

const variables = [{ name: 'tier', type: 'text', required: true, description: '*Plan* <b>' }] as const;

describe('hoverVariable', () => {
  it('explains the variable under the pointer and covers it whole', () => {
    const hover = hoverVariable('a {{ tier }} b', { lineNumber: 2, column: 7 }, variables);
    expect(hover?.range).toEqual({ startLineNumber: 2, startColumn: 3, endLineNumber: 2, endColumn: 13 });
    expect(hover?.contents.map((content) => content.value)).toEqual([
      '**tier**',
      '\\*Plan\\* \\<b\\>',
      'Type\\: text \\(required\\)',
    ]);
  });

  it('says that a variable is not declared', () => {
    const hover = hoverVariable('{{other}}', { lineNumber: 1, column: 3 }, variables);
    expect(hover?.contents[1]?.value).toContain('Not declared yet');
  });

  it.each(['plain text', '\\{{tier}} a', '{ tier }'])('is silent in %s', (line) => {
    expect(hoverVariable(line, { lineNumber: 1, column: 5 }, variables)).toBeNull();
  });

  it('leaves no mark that Markdown could act on', () => {
    expect(escapeMarkdown('[a](https://b.c) `x` & ü')).toBe('\\[a\\]\\(https\\:\\/\\/b\\.c\\) \\`x\\` \\& ü');
  });
});
