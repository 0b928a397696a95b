import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderParts, renderText } from '#core/domain/render.ts';
import { isVariableName, parseTemplate } from '#core/domain/template.ts';
import { namesByReference, renderByReference } from '../support/reference-template.ts';

const runs = { numRuns: 2_000 };

/** Sources in which braces, escapes, names and what is nearly one of them meet often. */
const piece = fc.oneof(
  fc.constantFrom('{', '}', '{{', '}}', '{{{', '}}}', '\\', '\\{{', '\\\\{{', ' ', '\n', '{{ ', ' }}', '\t'),
  fc.constantFrom(
    'a',
    'b',
    '_x',
    'a.b-c',
    '1',
    'é',
    '{{a}}',
    '{{ b }}',
    '{{a b}}',
    '{{1}}',
    '{{\ta}}',
    '{{a\n}}',
    '{"a":{"b":1}}',
  ),
  fc.constantFrom('x'.repeat(64), 'y'.repeat(65)),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const source = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
const value = fc.oneof(piece, source);
const values = fc
  .dictionary(fc.constantFrom('a', 'b', '_x', 'a.b-c', 'x'.repeat(64)), value)
  .map((given) => new Map(Object.entries(given)));

describe('reading a template', () => {
  it('finds the variables that a second reading finds', () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(parseTemplate(text).variableNames).toEqual(namesByReference(text));
      }),
      runs,
    );
  });

  it('covers the source without gaps or overlaps', () => {
    fc.assert(
      fc.property(source, (text) => {
        let position = 0;
        for (const { start, end } of parseTemplate(text).segments) {
          expect(start).toBe(position);
          expect(end).toBeGreaterThan(start);
          position = end;
        }
        expect(position).toBe(text.length);
      }),
      runs,
    );
  });

  it.each<[string, string[]]>([
    ['{{name}}', ['name']],
    ['{{ name }}{{   name}}', ['name']],
    ['{{a.b-c_1}} {{_}}', ['a.b-c_1', '_']],
    ['\\{{name}}', []],
    ['\\\\{{name}}', []],
    ['{{{name}}}', ['name']],
    ['{ {name} } {name} {{name} {{}} {{ }}', []],
    ['{{1st}} {{ä}} {{a b}} {{a\n}} {{-a}}', []],
    [`{{${'n'.repeat(64)}}}`, ['n'.repeat(64)]],
    [`{{${'n'.repeat(65)}}}`, []],
    ['{"a":{"b":{{value}}}}', ['value']],
    ['{{a {{b}}', ['b']],
  ])('of %j', (text, names) => {
    expect(parseTemplate(text).variableNames).toEqual(names);
  });

  it('takes time in proportion to the text, whatever the text', () => {
    const nasty = ['{{', '{{ ', '{{a', '\\{', `{{${'a'.repeat(63)}`].map((text) =>
      text.repeat(200_000 / text.length),
    );
    for (const text of nasty) parseTemplate(text);
    const begin = performance.now();
    for (const text of nasty) parseTemplate(text);
    expect(performance.now() - begin).toBeLessThan(10_000);
  });

  it('knows a name when it sees one', () => {
    for (const name of ['a', '_', 'A9', 'a.b', 'a-b', 'n'.repeat(64)])
      expect(isVariableName(name)).toBe(true);
    for (const name of ['', '1', '-a', '.a', 'a b', 'ä', 'a\n', 'n'.repeat(65)])
      expect(isVariableName(name)).toBe(false);
  });
});

describe('rendering', () => {
  it('says what a second reading says', () => {
    fc.assert(
      fc.property(source, values, (text, given) => {
        expect(renderText(parseTemplate(text), given, 'keep')).toBe(renderByReference(text, given));
      }),
      runs,
    );
  });

  it('leaves a text without variables and escapes as it is, byte for byte', () => {
    fc.assert(
      fc.property(source, values, (text, given) => {
        fc.pre(namesByReference(text).length === 0 && !text.includes('\\{{'));
        expect(renderText(parseTemplate(text), given, 'blank')).toBe(text);
      }),
      runs,
    );
  });

  it('leaves JSON as it is', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        fc.pre(namesByReference(text).length === 0 && !text.includes('\\{{'));
        expect(renderText(parseTemplate(text), new Map(), 'blank')).toBe(text);
      }),
      runs,
    );
  });

  it('inserts a value as it is, and never reads it again', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const template = parseTemplate('<{{a}}|{{b}}|{{a}}>');
        const given = new Map([
          ['a', a],
          ['b', b],
        ]);
        expect(renderText(template, given, 'keep')).toBe(`<${a}|${b}|${a}>`);
      }),
      runs,
    );
  });

  it('can write every text by escaping it', () => {
    fc.assert(
      fc.property(source, (text) => {
        fc.pre(!/\\\{\{/.test(text));
        const escaped = text.replaceAll('{{', '\\{{');
        expect(renderText(parseTemplate(escaped), new Map(), 'blank')).toBe(text);
      }),
      runs,
    );
  });

  it('keeps or blanks what has no value, and marks it', () => {
    const template = parseTemplate('a {{ x }} b {{y}}');
    const given = new Map([['y', '']]);
    expect(renderText(template, given, 'keep')).toBe('a {{ x }} b ');
    expect(renderText(template, given, 'blank')).toBe('a  b ');
    expect(renderParts(template, given)).toEqual([
      { text: 'a ', variable: null, isMissing: false, start: 0, end: 2 },
      { text: '{{ x }}', variable: 'x', isMissing: true, start: 2, end: 9 },
      { text: ' b ', variable: null, isMissing: false, start: 9, end: 12 },
      { text: '', variable: 'y', isMissing: false, start: 12, end: 17 },
    ]);
  });

  it('adds up to the finished text, part by part', () => {
    fc.assert(
      fc.property(source, values, (text, given) => {
        const template = parseTemplate(text);
        const parts = renderParts(template, given);
        expect(parts.map((part) => part.text).join('')).toBe(renderText(template, given, 'keep'));
      }),
      runs,
    );
  });
});
