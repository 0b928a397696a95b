import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fix, findProblems, type TextProblem } from '#core/domain/problems.ts';
import { findNearestName, suggestName } from '#core/domain/suggest-name.ts';
import { isVariableName, parseTemplate } from '#core/domain/template.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';

const declare = (...names: string[]): VariableDeclaration[] =>
  names.map((name) => ({ name, type: 'text', required: true }));

const stable = (version: number, ...variableNames: string[]) => ({ version, variableNames });

const labels = ({ fixes }: TextProblem) => fixes.map((fix) => fix.label);

/** The text after a fix, with the declarations left as they are. */
function apply(source: string, fix: Fix): string {
  if (fix.kind !== 'edit') return source;
  return fix.edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}

function only(source: string, declared: VariableDeclaration[] = []): TextProblem {
  const problems = findProblems(source, declared, null);
  expect(problems).toHaveLength(1);
  return problems[0] as TextProblem;
}

describe('problems of a text', () => {
  it('finds none in a text that uses what it declares', () => {
    expect(findProblems('Dear {{name}}, {{ name }}.', declare('name'), stable(3, 'name'))).toEqual([]);
  });

  it('names an undeclared variable once, with all its places', () => {
    const source = 'Dear {{name}}, dear {{ name }}.';
    const problem = only(source);
    expect(problem).toMatchObject({ kind: 'undeclared', subject: 'name', isWarning: true });
    expect(problem.places.map(({ start, end }) => source.slice(start, end))).toEqual([
      '{{name}}',
      '{{ name }}',
    ]);
    expect(labels(problem)).toEqual(['Declare it', 'Keep as plain text', 'Remove it']);
    expect(apply(source, problem.fixes[1] as Fix)).toBe('Dear \\{{name}}, dear \\{{ name }}.');
    expect(apply(source, problem.fixes[2] as Fix)).toBe('Dear , dear .');
  });

  it('offers the declared name that was probably meant', () => {
    const problem = findProblems('{{Locale}} {{locale}}', declare('locale'), null)[0] as TextProblem;
    expect(labels(problem)[0]).toBe('Use {{locale}}');
    expect(apply('{{Locale}} {{locale}}', problem.fixes[0] as Fix)).toBe('{{locale}} {{locale}}');
  });

  it('says that a declared variable is not used, and that stable still uses one', () => {
    const problems = findProblems('Hello.', declare('tier', 'locale'), stable(7, 'locale', 'company'));
    expect(problems.map(({ kind, subject, isWarning }) => [kind, subject, isWarning])).toEqual([
      ['unused', 'tier', true],
      ['dropped', 'locale', false],
      ['dropped', 'company', false],
    ]);
    expect(problems[1]?.message).toContain('v7');
    expect(problems[2]?.fixes).toEqual([]);
  });

  it.each([
    ['Dear {{name, hello', '{{name', 'Dear {{name}}, hello'],
    ['Dear {{ name', '{{ name', 'Dear {{ name}}'],
    ['Dear {{name} hello', '{{name}', 'Dear {{name}} hello'],
    ['Dear {{name\nand {{other}}', '{{name', 'Dear {{name}}\nand {{other}}'],
  ])('closes the braces in %j', (source, place, fixed) => {
    const problem = only(source, declare('other').slice(0, source.includes('other') ? 1 : 0));
    expect(problem.kind).toBe('unclosed');
    expect(source.slice(problem.places[0]?.start, problem.places[0]?.end)).toBe(place);
    expect(apply(source, problem.fixes[0] as Fix)).toBe(fixed);
  });

  it.each([
    ['{{ first name }}', '{{first_name}}'],
    ['{{Straße}}', '{{strasse}}'],
    ['{{2nd}}', '{{_2nd}}'],
    ['{{customer’s name}}', '{{customers_name}}'],
  ])('suggests a name for %s', (source, fixed) => {
    const problem = only(source);
    expect(problem.kind).toBe('bad-name');
    expect(apply(source, problem.fixes[0] as Fix)).toBe(fixed);
  });

  it('prefers a declared name to a new one', () => {
    const problem = findProblems(
      '{{first name}} {{firstName}}',
      declare('firstName'),
      null,
    )[0] as TextProblem;
    expect(apply('{{first name}}', problem.fixes[0] as Fix)).toBe('{{firstName}}');
  });

  it.each(['{{}}', '{{#if tier}}', '{{/if}}', '{{ name | upper }}'])(
    'only offers plain text for %s',
    (source) => {
      const problem = only(source);
      expect(problem.kind).toBe('bad-name');
      expect(labels(problem)).toEqual(['Keep as plain text']);
    },
  );

  it.each([
    '{"a":{"b":1}}',
    'Answer with {{"a": 1}}',
    'Answer with {{\n  "a": {"b": 1}\n}}',
    'Answer with {{ answer: "yes" }}',
    '\\{{name',
    '{x | x > 0}',
  ])('leaves %j in peace', (source) => {
    expect(findProblems(source, [], null)).toEqual([]);
  });

  it('finds a lonely {{ where nothing closes it', () => {
    expect(labels(only('Write {{ and'))).toEqual(['Close the braces: {{and}}', 'Keep as plain text']);
    expect(labels(only('Write {{'))).toEqual(['Keep as plain text']);
  });

  it('never points outside of the text, and every fix of the text ends its problem', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{{',
        '}}',
        '{',
        '}',
        '\\{{',
        ' ',
        '\n',
        'a',
        'b c',
        '{{a}}',
        '{{b}}',
        '{{a b}}',
        '1',
        ':',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const texts = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, (source) => {
        for (const problem of findProblems(source, declare('a'), null)) {
          for (const { start, end } of problem.places) {
            expect(source.slice(start, end).startsWith('{{')).toBe(true);
            expect(end).toBeLessThanOrEqual(source.length);
          }
          for (const fix of problem.fixes) {
            if (fix.kind !== 'edit' || problem.kind !== 'undeclared') continue;
            const names = parseTemplate(apply(source, fix)).variableNames;
            if (fix.label === 'Keep as plain text') expect(names).not.toContain(problem.subject);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('costs little on a line of 200 KB', () => {
    const text = '{{ {{a {{b c}} '.repeat(14_000);
    const began = performance.now();
    const problems = findProblems(text, declare('a'), null);
    expect(problems.length).toBeGreaterThan(10_000);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

describe('names', () => {
  it('suggests only names that are allowed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (words) => {
        const name = suggestName(words);
        if (name !== null) expect(isVariableName(name)).toBe(true);
      }),
    );
    expect(suggestName('„…“')).toBeNull();
  });

  it('finds a slip of the finger, and nothing that is farther away', () => {
    expect(findNearestName('compnay', ['tier', 'company'])).toBe('company');
    expect(findNearestName('compan', ['company'])).toBe('company');
    expect(findNearestName('first_name', ['firstName'])).toBe('firstName');
    expect(findNearestName('tier', ['time'])).toBeNull();
  });
});
