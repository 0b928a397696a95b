import { expect, it } from 'vitest';
import { describeAnswer } from '#main/registry/webhooks/describe-answer.ts';

it('says every answer in words of its own, and none with its number', () => {
  const statuses = [302, 400, 403, 404, 410, 413, 429, 500, 503];
  const sentences = statuses.map(describeAnswer);
  expect(new Set(sentences).size).toBe(statuses.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][a-z ,]+\.$/);
});
