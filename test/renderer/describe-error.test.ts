import { describe, expect, it } from 'vitest';
import { appErrorCodes, type BridgeError } from '#core/contract/bridge-error.ts';
import { type ProblemCode, problems } from '#core/contract/problem.ts';
import { describeError, describeErrorInFull } from '#renderer/bridge/describe-error.ts';

const codes: readonly BridgeError['code'][] = [...appErrorCodes, ...(Object.keys(problems) as ProblemCode[])];

describe('describeError', () => {
  it.each(codes)('says for %s what happened, what is safe and what to do next', (code) => {
    const { title, safe, next } = describeError({ code, detail: '', members: {} });
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    for (const sentence of [safe, next]) expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(`${title} ${safe} ${next}`).not.toMatch(/\b[45]\d\d\b|JSON|HTTP|undefined/);
  });

  it('adds the registry’s sentence where it names what the code does not', () => {
    const error: BridgeError = { code: 'forbidden', detail: 'This needs the role promoter.', members: {} };
    expect(describeErrorInFull(error)).toContain('promoter');
  });
});
