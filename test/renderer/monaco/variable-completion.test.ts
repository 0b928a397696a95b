import { describe, expect, it } from 'vitest';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { completeVariable } from '#renderer/monaco/variable-completion.ts';

const kind = 4;
const variables: VariableDeclaration[] = [
  { name: 'tier', type: 'choice', choices: ['free', 'pro'], required: true, description: 'The plan.' },
  { name: 'order.number', type: 'number', required: false, example: '42' },
];

/** The completions at `|`, and the text after accepting the first of them. */
function completeAt(marked: string) {
  const column = marked.indexOf('|') + 1;
  const line = marked.replace('|', '');
  const items = completeVariable(line, { lineNumber: 3, column }, variables, kind);
  const first = items[0];
  if (!first || !('startColumn' in first.range)) return { items, accepted: null };
  const { startColumn, endColumn } = first.range;
  return { items, accepted: line.slice(0, startColumn - 1) + first.insertText + line.slice(endColumn - 1) };
}

describe('completeVariable', () => {
  it.each([
    ['a {{|', 'a {{tier}}'],
    ['a {{ti| b', 'a {{tier}} b'],
    ['a {{ ti| b', 'a {{ tier }} b'],
    ['a {{|}} b', 'a {{tier}} b'],
    ['a {{ti|me}} b', 'a {{tier}} b'],
    ['{{|hello', '{{tier}}hello'],
    ['{{name}} {{t|', '{{name}} {{tier}}'],
  ])('%s becomes %s', (before, after) => {
    expect(completeAt(before).accepted).toBe(after);
  });

  it.each(['a |', 'a {|', 'a \\{{|', '{{tier}}|', '{{two words|', '{{é|'])('offers nothing in %s', (text) => {
    expect(completeAt(text).items).toEqual([]);
  });

  it('tells type, description and example, in the declared order', () => {
    const { items } = completeAt('{{|');
    expect(items.map((item) => item.label)).toEqual([
      { label: 'tier', description: 'choice' },
      { label: 'order.number', description: 'number' },
    ]);
    expect(items.map((item) => item.documentation)).toEqual([
      'The plan.\nType: choice: free, pro (required)',
      'Type: number (optional)\nExample: 42',
    ]);
    expect(items.map((item) => item.sortText)).toEqual(items.map((item) => item.sortText).toSorted());
  });
});
