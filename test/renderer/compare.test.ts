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

  it('says nothing where nothing changed', () => {
    expect(describeVariableChanges([tier], [{ ...tier }])).toEqual([]);
  });

  it('says in words what was added, removed and changed', () => {
    const name: VariableDeclaration = { name: 'name', type: 'text', required: false };
    expect(describeVariableChanges([tier], [name])).toEqual(['tier was removed.', 'name was added (text).']);
    expect(
      describeVariableChanges([tier], [{ ...tier, required: false, default: 'free', choices: ['free'] }]),
    ).toEqual([
      'tier is no longer required.',
      'tier has the default “free”.',
      'tier may be free; it was free, pro.',
    ]);
  });
});
