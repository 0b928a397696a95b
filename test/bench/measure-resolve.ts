import { fileURLToPath } from 'node:url';
import { basePath } from '#core/contract/registry-api.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import type { BenchSize } from './bench-size.ts';
import { compare } from './load.ts';
import { benchKey, promote, startBenchRegistry, startServerScript, waiveReviews } from './processes.ts';
import { atMost, type Row } from './row.ts';

const bareServer = fileURLToPath(new URL('./bare-server.ts', import.meta.url));
const name = 'support/answer';
const content = `You are the assistant of {{company}}. Answer {{customer}} in {{language}}, in a {{tone}} tone.

${'Quote the order number, say what happens next and by when, and never promise a refund that the policy does not give. '.repeat(8)}

End with “{{company}}, {{team}}”.
`;
const variables = {
  company: 'Nordwind',
  customer: 'Ms Ada “Countess” Lovelace',
  language: 'German',
  tone: 'warm',
  team: 'Support',
};

/** A call that fetches a prompt's stable text. */
export function resolveRequest(prompt: string, values: Readonly<Record<string, string>> = variables) {
  return {
    method: 'POST' as const,
    path: `${basePath}/prompts/${encodeURIComponent(prompt)}`,
    headers: { authorization: `Bearer ${benchKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ variables: values }),
  };
}

/** Resolving, against a bare handler that does the same work: both in processes of their own, taking turns. */
export async function measureResolve(size: BenchSize): Promise<Row[]> {
  const folder = makeTemporaryFolder();
  const registry = await startBenchRegistry(folder.path);
  const { contentHash } = await registry.admin.call('createPrompt', { body: { name, content } });
  await waiveReviews(registry.admin);
  await promote(registry.admin, name, 1);
  const prompt = { name, content, contentHash, key: benchKey };
  const bare = await startServerScript(bareServer, [JSON.stringify(prompt)]);
  const pick = () => resolveRequest(name);
  const { processorTime, p99 } = await compare([registry, pick], [bare, pick], size.resolve);
  await bare.end();
  await registry.end();
  folder.remove();
  return [
    atMost('resolve, processor time of the server per request', 1.15, processorTime.ratio, '× bare', {
      microseconds: processorTime.first,
      bareMicroseconds: processorTime.second,
    }),
    atMost('resolve, p99 at 100 connections', 1.5, p99.ratio, '× bare', {
      milliseconds: p99.first,
      bareMilliseconds: p99.second,
    }),
  ];
}
