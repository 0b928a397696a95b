import { Problem } from '#core/contract/problem.ts';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { Database } from '../db/database.ts';
import type { PromptsService } from '../prompts/service.ts';
import type { VersionsService } from '../versions/service.ts';
import { channelOf, labelsOf } from './labels.ts';
import type { ListQuery, PromptQuery } from './queries.ts';
import { listPositions } from './repository.ts';

/** Where the answers come from. */
export interface LangfuseSources {
  readonly database: Pick<Database, 'read'>;
  readonly prompts: Pick<PromptsService, 'getDetails'>;
  readonly versions: Pick<VersionsService, 'get'>;
}

/** Shows prompts in the shapes of Langfuse's public API. It reads and changes nothing. */
export function createLangfuseService({ database, prompts, versions }: LangfuseSources) {
  return {
    /**
     * A prompt's text, not rendered; without version and label, the one that is live.
     *
     * @throws Problem `prompt-not-found`, `version-not-found`, `channel-empty`
     */
    get: async (name: string, query: PromptQuery) => {
      const details = await prompts.getDetails(name);
      const { version, content, note } = await versions.get(name, findNumber(details, query));
      return {
        name,
        version,
        type: 'text',
        prompt: content,
        config: {},
        labels: labelsOf(version, details),
        tags: details.tags,
        commitMessage: note === '' ? null : note,
      };
    },

    /** Prompts that are not archived; with a label, those that have it, each with the version that has it. */
    list: async ({ label, ...query }: ListQuery) => {
      const { page, limit } = query;
      const channel = label === undefined ? undefined : channelOf(label);
      const { rows, total } =
        channel === null
          ? { rows: [], total: 0 }
          : await listPositions(database.read, { ...query, onlyStable: channel === 'stable' });
      const data = rows.map(({ name, tags, updatedAt, ...position }) => {
        const shown = channel && position[channel];
        const versions = shown ? [shown] : upTo(position.latest);
        return {
          name,
          type: 'text',
          versions,
          labels: [...new Set(versions.flatMap((version) => labelsOf(version, position)))],
          tags: JSON.parse(tags) as string[],
          lastUpdatedAt: updatedAt,
          lastConfig: {},
        };
      });
      return { data, meta: { page, limit, totalItems: total, totalPages: Math.ceil(total / limit) } };
    },
  };
}

function findNumber({ name, ...position }: PromptSummary, { version, label = 'production' }: PromptQuery) {
  if (version !== undefined) return version;
  const channel = channelOf(label);
  const number = channel && position[channel];
  if (number) return number;
  throw new Problem('channel-empty', `No version of “${name}” has the label “${label}”.`);
}

function upTo(latest: number): number[] {
  return Array.from({ length: latest }, (_, index) => index + 1);
}
