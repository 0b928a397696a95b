import type { ExistingPrompt, ExistingVersions } from '#core/contract/import-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { unwrap } from '../../bridge/unwrap.ts';

const namesAtOnce = 100;

/** What a registry has, as far as it was asked. */
export interface RegistryKnowledge {
  readonly existing: ReadonlyMap<string, ExistingPrompt>;
  readonly versions: Map<string, ExistingVersions['versions']>;
}

/** Reads which prompts a registry has. */
export async function learnNames(connection: string): Promise<RegistryKnowledge> {
  const prompts = await unwrap(bridge.imports.listExisting({ connection }));
  return { existing: new Map(prompts.map((prompt) => [prompt.name, prompt])), versions: new Map() };
}

/** Reads what the versions of prompts are made of, where that is not known yet. Answers whether it learnt anything. */
export async function learnVersions(
  connection: string,
  { existing, versions }: RegistryKnowledge,
  names: Iterable<string>,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<boolean> {
  const asked = [...new Set(names)].filter((name) => existing.has(name) && !versions.has(name));
  for (let start = 0; start < asked.length; start += namesAtOnce) {
    const found = await unwrap(
      bridge.imports.listVersions({ connection, names: asked.slice(start, start + namesAtOnce) }),
    );
    signal.throwIfAborted();
    for (const prompt of found) versions.set(prompt.name, prompt.versions);
    onProgress(Math.min(asked.length, start + namesAtOnce), asked.length);
  }
  return asked.length > 0;
}
