import { expect, it } from 'vitest';
import { keptMerge } from '#core/contract/merge-shapes.ts';
import type { Version } from '#core/contract/shapes.ts';
import { fromKept, toKept } from '#renderer/features/merge/kept-merge.ts';
import { noChoices } from '#renderer/features/merge/merge-choices.ts';
import { beginMerge } from '#renderer/features/merge/merge-subject.ts';
import { MemoryApp, place } from './support/memory-app.ts';

const base = new MemoryApp('Be kind.').versions[0] as Version;
const theirs = { ...base, version: 2, content: 'Be polite.' };
const subject = beginMerge({ place, base, lostBase: null, content: 'Be brief.', variables: [] }, theirs);

it('is the same after it was on the disk', () => {
  const choices = {
    ...noChoices,
    wordings: { 0: 'own' as const },
    ownTexts: { 0: 'Be brief and polite.' },
    variables: new Map([['__proto__', 'mine' as const]]),
  };
  for (const written of [null, { text: 'Be both.', overrules: true }]) {
    const begun = { subject: subject.id, choices, written };
    const onDisk = keptMerge.parse(JSON.parse(JSON.stringify(toKept(subject, begun))));
    expect(onDisk.result).toBe(written ? 'Be both.' : 'Be brief and polite.');
    expect(fromKept(onDisk)).toEqual(begun);
  }
});
