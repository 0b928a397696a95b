import { describe, expect, it } from 'vitest';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { defaultSides, resolveSides, versionOf } from '#renderer/features/compare/compare-sides.ts';
import { describeVariableChanges } from '#renderer/format/describe-variable-changes.ts';

describe('what is compared', () => {
  it.each([
    [{ latest: 8, stable: 7, hasDraft: false }, 'stable', 'latest'],
    [{ latest: 8, stable: 8, hasDraft: false }, '7', 'latest'],
    [{ latest: 8, stable: 8, hasDraft: true }, 'stable', 'draft'],
    [{ latest: 8, stable: null, hasDraft: true }, 'latest', 'draft'],
    [{ latest: 1, stable: null, hasDraft: false }, '1', 'latest'],
  ])('is by default for %j: from %s to %s', (known, from, to) => {
    expect(defaultSides(known)).toEqual({ from, to });
  });

  it('falls back where the chosen draft is gone', () => {
    const known = { latest: 8, stable: 7, hasDraft: false };
    expect(resolveSides({ from: '3', to: 'draft' }, known)).toEqual({ from: '3', to: 'latest' });
  });

  it('knows the version behind a side', () => {
    const known = { latest: 8, stable: 7 };
    expect(['stable', 'latest', 'draft', '3'].map((side) => versionOf(side, known))).toEqual([7, 8, null, 3]);
  });
});

describe('describeVariableChanges', () => {
  const tier: VariableDeclaration = {
    name: 'tier',
    type: 'choice',
    choices: ['free', 'pro'],
    required: true,
  };
  const side = (variables: VariableDeclaration[], content = '') => ({ content, variables });

  it('says nothing where nothing changed', () => {
    expect(describeVariableChanges(side([tier]), side([{ ...tier }]))).toEqual([]);
  });

  it('leaves to the summary which came and which went', () => {
    const name: VariableDeclaration = { name: 'name', type: 'text', required: false };
    const [before, after] = [side([tier], 'For {{tier}}.'), side([name], 'Dear {{name}}.')];
    expect(describeVariableChanges(before, after)).toEqual([]);
  });

  it('says that a variable which stays in the text is declared, or no longer', () => {
    const [declared, undeclared] = [side([tier], 'For {{tier}}.'), side([], 'Only for {{tier}}.')];
    expect(describeVariableChanges(declared, undeclared)).toEqual(['tier is no longer declared.']);
    expect(describeVariableChanges(undeclared, declared)).toEqual(['tier is now declared as a choice.']);
  });

  it('says in words what changed', () => {
    const changed: VariableDeclaration = { ...tier, required: false, default: 'free', choices: ['free'] };
    expect(describeVariableChanges(side([tier]), side([changed]))).toEqual([
      'tier is no longer required.',
      'tier has the default “free”.',
      'tier may be free; it was free, pro.',
    ]);
  });
});
