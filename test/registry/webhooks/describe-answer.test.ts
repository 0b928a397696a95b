import { expect, it } from 'vitest';
import { describeAnswer } from '#main/registry/webhooks/describe-answer.ts';

it('says every answer in words of its own, with the number behind', () => {
  const statuses = [302, 400, 403, 404, 410, 413, 429, 500, 503];
  const sentences = statuses.map(describeAnswer);
  expect(new Set(sentences.map((sentence) => sentence.replace(/\d+/, ''))).size).toBe(statuses.length);
  for (const [index, sentence] of sentences.entries()) {
    expect(sentence).toMatch(new RegExp(`^[A-Z][a-z ,]+ \\(${statuses[index]}\\)\\.$`));
  }
});
