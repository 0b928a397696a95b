import { describe, expect, it } from 'vitest';
import { compareContents } from '#main/registry/diff/compare-contents.ts';
import { createComparer } from '#main/registry/diff/create-comparer.ts';

const prose = Array.from({ length: 60_000 }, (_, index) => `word${(index * 31) % 977}`).join(' ');
const of = (from: string, to: string) => ({
  from: { content: from, variables: [] },
  to: { content: to, variables: [] },
});

describe('comparing in the registry', () => {
  it('lets others be served while long texts are compared', async () => {
    const question = of(prose, prose.replaceAll('7 ', '8 '));
    const compare = createComparer();
    let [turns, isDone] = [0, false];
    const turn = () => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    const [first, second] = await Promise.all([compare(question), compare(of(prose, `${prose}!`))]);
    isDone = true;
    expect(turns).toBeGreaterThan(50);
    expect(first).toEqual(compareContents(question));
    expect(second.summary).toBe('1 sentence changed');
  });

  it('answers at once where the texts are short', async () => {
    expect(await createComparer()(of('Be kind.', 'Be brief.'))).toEqual(
      compareContents(of('Be kind.', 'Be brief.')),
    );
  });
});
