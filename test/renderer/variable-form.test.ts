import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDeclarationFault, type VariableDeclaration } from '#core/domain/variables.ts';
import {
  findVariableFaults,
  toDeclaration,
  toVariableForm,
} from '#renderer/features/editor/variable-form.ts';
import { readTypedNumber, showTypedNumber } from '#renderer/format/typed-number.ts';

const text = {
  content: 'Dear {{name}}, {{fresh}}',
  variables: [{ name: 'name', type: 'text', required: true }],
} as const;

describe('a number as it is typed', () => {
  it.each([
    ['de-DE', '1.234,5', '1234.5'],
    ['de-DE', '1.234', '1234'],
    ['de-DE', '1.5', '1.5'],
    ['de-DE', '-0,5', '-0.5'],
    ['en-GB', '1,234.5', '1234.5'],
    ['en-GB', '1,5', '1,5'],
    ['fr-FR', '1 234,5', '1234.5'],
    ['en-GB', '−3', '-3'],
    ['ja-JP', '１２', '12'],
    ['en-GB', '007', '007'],
    ['en-GB', '1e3', '1e3'],
    ['de-DE', 'viel', 'viel'],
    ['de-DE', '1,2,3', '1,2,3'],
    ['de-DE', '', ''],
  ])('in %s: “%s” is %s', (locale, typed, value) => {
    expect(readTypedNumber(typed, locale)).toBe(value);
  });

  it('is shown so that it is read as the same number', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom('de-DE', 'en-GB', 'fr-FR', 'de-CH'),
        (number, locale) => {
          const value = String(number);
          expect(Number(readTypedNumber(showTypedNumber(value, locale), locale))).toBe(Number(value));
        },
      ),
    );
  });
});

describe('the form of a variable', () => {
  it('means what the declaration says', () => {
    const declarations: VariableDeclaration[] = [
      { name: 'a', type: 'text', multiline: true, required: false, default: 'x\ny', description: 'd' },
      { name: 'b', type: 'choice', choices: ['x', 'y'], required: true, default: 'y', example: 'x' },
      { name: 'c', type: 'number', required: true, default: 1.5 },
      { name: 'd', type: 'number', required: true, default: '007' },
      { name: 'e', type: 'boolean', required: false, default: false },
    ];
    for (const declaration of declarations) {
      expect(toDeclaration(toVariableForm(declaration), 'en-GB')).toEqual(declaration);
      expect(findDeclarationFault(declaration)).toBeNull();
    }
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ name: 'first name' }, 'name'],
    [{ name: 'fresh' }, 'name'],
    [{ kind: 'choice', choices: ' \n' }, 'choices'],
    [{ kind: 'choice', choices: 'x\nx' }, 'choices'],
    [{ kind: 'choice', choices: 'x', default: 'y' }, 'default'],
    [{ kind: 'number', default: 'many' }, 'default'],
    [{ kind: 'number', example: 'many' }, 'example'],
  ] as const)('is told what is wrong with %o', (change, field) => {
    const form = { ...toVariableForm(text.variables[0]), ...change };
    expect(Object.keys(findVariableFaults(form, text, 'name', 'en-GB'))).toEqual([field]);
  });

  it('describes a variable that the text uses already', () => {
    const form = toVariableForm({ name: 'fresh', type: 'text', required: true });
    expect(findVariableFaults(form, text, 'fresh', 'en-GB')).toEqual({});
    expect(findVariableFaults(form, text, null, 'en-GB')).toEqual({});
  });
});
