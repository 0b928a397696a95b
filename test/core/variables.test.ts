import { describe, expect, it } from 'vitest';
import { parseTemplate } from '#core/domain/template.ts';
import {
  effectiveVariables,
  findDeclarationFault,
  formatValue,
  resolveValues,
  type VariableDeclaration,
} from '#core/domain/variables.ts';

const declare = (name: string, more: Partial<VariableDeclaration> = {}): VariableDeclaration => ({
  name,
  type: 'text',
  required: true,
  ...more,
});

it('treats a variable that is used but not declared as a required text', () => {
  const declared = [declare('unused', { required: false })];
  expect(effectiveVariables(parseTemplate('{{b}} {{a}} {{b}}'), declared)).toEqual([
    declared[0],
    declare('b'),
    declare('a'),
  ]);
});

describe('a value', () => {
  it.each<[VariableDeclaration['type'], unknown, string]>([
    ['text', 'as it is ', 'as it is '],
    ['text', 0, '0'],
    ['text', false, 'false'],
    ['number', 1.5, '1.5'],
    ['number', '-2e3', '-2e3'],
    ['number', '007', '007'],
    ['boolean', true, 'true'],
    ['boolean', 'false', 'false'],
    ['choice', 'pro', 'pro'],
    ['choice', 2, '2'],
  ])('of type %s may be %j', (type, value, text) => {
    const choices = type === 'choice' ? ['pro', '2'] : undefined;
    expect(formatValue(declare('x', { type, choices }), value)).toEqual({ text });
  });

  it.each<[VariableDeclaration['type'], unknown]>([
    ['text', null],
    ['text', ['a']],
    ['text', {}],
    ['number', 'many'],
    ['number', ''],
    ['number', ' 1'],
    ['number', Number.NaN],
    ['number', Number.POSITIVE_INFINITY],
    ['number', true],
    ['boolean', 'yes'],
    ['boolean', 1],
    ['choice', 'Pro'],
  ])('of type %s may not be %j', (type, value) => {
    const choices = type === 'choice' ? ['pro'] : undefined;
    expect(formatValue(declare('x', { type, choices }), value)).toEqual({
      reason: expect.stringMatching(/^must be /),
    });
  });
});

describe('the values of a prompt', () => {
  const template = parseTemplate('{{a}}{{b}}{{c}}{{d}}');
  const variables = [
    declare('a'),
    declare('b', { default: 'from the default' }),
    declare('c', { required: false }),
    declare('d', { type: 'number' }),
    declare('e'),
  ];

  it('are taken as given, from the default, or as the empty text', () => {
    const { values, missing, invalid } = resolveValues(template, variables, { a: 'x', d: 1, other: 2 });
    expect(Object.fromEntries(values)).toEqual({ a: 'x', b: 'from the default', c: '', d: '1' });
    expect({ missing, invalid }).toEqual({ missing: [], invalid: {} });
  });

  it('are missing where they are used and required', () => {
    expect(resolveValues(template, variables, {}).missing).toEqual(['a', 'd']);
  });

  it('may be the empty text, which is not missing', () => {
    const { values, missing } = resolveValues(template, variables, { a: '', b: '', d: 0 });
    expect(missing).toEqual([]);
    expect([values.get('a'), values.get('b')]).toEqual(['', '']);
  });

  it('are not taken from what every object has', () => {
    const names = ['constructor', 'toString', 'hasOwnProperty'];
    const own = parseTemplate(names.map((name) => `{{${name}}}`).join(''));
    expect(resolveValues(own, effectiveVariables(own, []), {}).missing).toEqual(names);
  });

  it('may be called “__proto__”', () => {
    const odd = parseTemplate('{{__proto__}}');
    const given = JSON.parse('{"__proto__":"x"}');
    expect(resolveValues(odd, effectiveVariables(odd, []), given).values.get('__proto__')).toBe('x');
    const number = declare('__proto__', { type: 'number' });
    expect(Object.entries(resolveValues(odd, [number], given).invalid)).toEqual([
      ['__proto__', 'must be a number'],
    ]);
  });

  it('are refused one by one', () => {
    expect(resolveValues(template, variables, { a: null, d: 'x', e: [] }).invalid).toEqual({
      a: 'must be a text, a number, or true or false',
      d: 'must be a number',
      e: 'must be a text, a number, or true or false',
    });
  });
});

it.each<[string, VariableDeclaration]>([
  ['cannot be the name', declare('1st')],
  ['at least one value', declare('a', { type: 'choice' })],
  ['at least one value', declare('a', { type: 'choice', choices: [] })],
  ['the same choice twice', declare('a', { type: 'choice', choices: ['x', 'x'] })],
  ['its type is text', declare('a', { choices: ['x'] })],
  ['several lines', declare('a', { type: 'number', multiline: true })],
  ['must be a number', declare('a', { type: 'number', default: 'x' })],
  ['must be one of', declare('a', { type: 'choice', choices: ['x'], default: 'y' })],
])('says of a declaration that it %s', (words, declaration) => {
  expect(findDeclarationFault(declaration)).toContain(words);
});

it('finds nothing wrong with good declarations', () => {
  const good = [
    declare('a', { default: '', description: 'd', example: 'e' }),
    declare('b', { type: 'choice', choices: ['x', 'y'], default: 'y' }),
    declare('c', { type: 'boolean', default: false, required: false }),
    declare('d', { type: 'number', default: '3' }),
  ];
  expect(good.map(findDeclarationFault)).toEqual([null, null, null, null]);
});
