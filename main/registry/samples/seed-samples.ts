import type { Member, Version } from '#core/contract/shapes.ts';
import { findFact, setFact } from '../db/facts.ts';
import { findAdministrator } from '../members/repository.ts';
import { findPrompt } from '../prompts/repository.ts';
import type { Services } from '../services.ts';
import type { SamplePrompt } from './sample-prompt.ts';
import { samplePrompts } from './sample-prompts.ts';

const factName = 'samplesSeeded';

/**
 * Fills an empty registry with sample prompts, as if its administrator had written and promoted them. What was
 * broken off is taken up again; a registry that was filled once, or that people began themselves, is left alone.
 */
export async function seedSamples(
  services: Services,
  samples: readonly SamplePrompt[] = samplePrompts,
): Promise<void> {
  const { database, prompts } = services;
  if ((await findFact(database.read, factName)) !== null) return;
  const administrator = await findAdministrator(database.read);
  if (!administrator) return;
  const { items } = await prompts.list({ archived: 'any', sort: 'name', limit: 200 });
  const isOurs = items.every((prompt) => samples.some((sample) => sample.name === prompt.name));
  if (isOurs) {
    for (const sample of samples) await seedSample(services, administrator, sample);
  }
  await database.write(({ queries }) => setFact(queries, factName, new Date().toISOString()));
}

async function seedSample(services: Services, actor: Member, sample: SamplePrompt): Promise<void> {
  const { database, prompts, versions, testInputs } = services;
  const { name, title, description, tags, stable } = sample;
  const existing = await findPrompt(database.read, name);
  for (const [index, { note, content, variables = sample.variables }] of sample.versions.entries()) {
    if (index < (existing?.latest ?? 0)) continue;
    if (index === 0)
      await prompts.create(actor, { name, title, description, tags, content, variables, note });
    else
      await versions.save(actor, name, {
        content,
        variables,
        note,
        baseVersion: index,
        baseContentHash: null,
      });
  }
  await testInputs.set(actor, name, [...sample.testInputs]);
  if (stable === null) return;
  const at = existing?.stable ?? null;
  if (at === null) await promote(services, actor, name, 1, null);
  if (stable !== 1 && at !== stable) await promote(services, actor, name, stable, 1);
}

async function promote(
  { promotions, versions }: Services,
  actor: Member,
  name: string,
  version: Version['version'],
  expectedStable: number | null,
): Promise<void> {
  const { note } = await versions.get(name, version);
  const { id } = await promotions.request(actor, name, { version, note, expectedStable });
  await promotions.apply(actor, id);
}
