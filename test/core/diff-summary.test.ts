import { describe, expect, it } from 'vitest';
import { diffTexts } from '#core/domain/diff/diff-texts.ts';
import { summariseDiff } from '#core/domain/diff/summarise-diff.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';

describe('the summary', () => {
  const variable = (name: string, change: Partial<VariableDeclaration> = {}): VariableDeclaration => ({
    name,
    type: 'text',
    required: true,
    ...change,
  });
  const summarise = (
    from: string,
    to: string,
    before: readonly VariableDeclaration[] = [],
    after: readonly VariableDeclaration[] = [],
  ) => summariseDiff(diffTexts(from, to), before, after);

  it('counts sentences', () => {
    const text = 'Be kind. Be brief. Do not guess.\n\nEnd well.\n';
    expect(summarise(text, text)).toBe('no change');
    expect(summarise(text, text.replace('brief', 'short'))).toBe('1 sentence changed');
    expect(summarise(text, text.replace('brief', 'short').replace('well', 'soon'))).toBe(
      '2 sentences changed',
    );
    expect(summarise(text, `${text}Say goodbye.\n`)).toBe('1 sentence added');
    expect(summarise(text, text.replace(' Do not guess.', ''))).toBe('1 sentence removed');
    expect(summarise(text, text.replace('. Be', '.\nBe'))).toBe('only spaces and line breaks changed');
    expect(summarise(text, text.replaceAll('\n', '\r\n'))).toBe('only spaces and line breaks changed');
  });

  it('does not take 3.5 or example.com for the end of a sentence', () => {
    expect(
      summarise('Wait 3.5 days for example.com. Then go.', 'Wait 4.5 days for example.com. Then go.'),
    ).toBe('1 sentence changed');
  });

  it('names variables', () => {
    const [tier, name] = [variable('tier'), variable('name')];
    expect(summarise('{{tier}} {{name}}.', '{{name}}.', [tier, name], [name])).toBe(
      '1 sentence changed, variable `tier` removed',
    );
    expect(summarise('x', 'x', [tier], [variable('tier', { required: false })])).toBe(
      'variable `tier` changed',
    );
    expect(summarise('x', 'x', [], [variable('a'), variable('b'), variable('c')])).toBe(
      'variable `a` added, variable `b` added, variable `c` added',
    );
    expect(
      summarise(
        'x',
        'x',
        ['a', 'b', 'c', 'd'].map((each) => variable(each)),
      ),
    ).toBe('4 variables removed');
  });
});
