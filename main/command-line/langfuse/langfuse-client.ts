import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { CommandFailed } from '../command.ts';

const answerWithin = 30_000;
const pause = 2_000;
const longestPatience = 60;

const listed = z.object({ name: z.string(), versions: z.array(z.number().int().positive()) });
const page = z.object({ data: z.array(listed), meta: z.object({ totalPages: z.number() }) });

const promptVersion = z.object({
  version: z.number().int().positive(),
  type: z.string().default('text'),
  prompt: z.unknown(),
  labels: z.array(z.string()).default([]),
  tags: z.array(z.string()).default([]),
  commitMessage: z.string().nullish(),
  createdAt: z.string().optional(),
});
export type LangfuseVersion = z.infer<typeof promptVersion>;

/** Reads prompts from a Langfuse. */
export interface LangfuseClient {
  /** Every prompt, and the numbers of the versions that it still has, lowest first. */
  list(): AsyncIterable<{ readonly name: string; readonly versions: readonly number[] }>;
  get(name: string, version: number): Promise<LangfuseVersion>;
}

/**
 * @throws CommandFailed from its calls, where Langfuse does not answer, or refuses
 */
export function createLangfuseClient(address: string, publicKey: string, secretKey: string): LangfuseClient {
  const authorization = `Basic ${Buffer.from(`${publicKey}:${secretKey}`).toString('base64')}`;

  const ask = async <Answer>(path: string, shape: z.ZodType<Answer>): Promise<Answer> => {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(`${address}/api/public/v2/prompts${path}`, {
        headers: { authorization, accept: 'application/json' },
        signal: AbortSignal.timeout(answerWithin),
      }).catch(() => {
        throw new CommandFailed(`The Langfuse at ${address} does not answer.`);
      });
      if (response.status === 429 && attempt < longestPatience) {
        await wait(pause);
        continue;
      }
      if (response.status === 401) throw new CommandFailed(`The Langfuse at ${address} refuses these keys.`);
      const answer = response.ok ? shape.safeParse(await response.json().catch(() => null)) : null;
      if (answer?.success) return answer.data;
      throw new CommandFailed(`What answers at ${address} is not a Langfuse (status ${response.status}).`);
    }
  };

  return {
    async *list() {
      let pages = 1;
      for (let number = 1; number <= pages; number += 1) {
        const { data, meta } = await ask(`?page=${number}&limit=100`, page);
        for (const { name, versions } of data) yield { name, versions: versions.sort((a, b) => a - b) };
        pages = meta.totalPages;
      }
    },
    get: (name, version) => ask(`/${encodeURIComponent(name)}?version=${version}`, promptVersion),
  };
}
