import { Problem } from '#core/contract/problem.ts';
import type { Person, PromptSummary, Version } from '#core/contract/shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { changedFields } from '../changed-fields.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import type { Page } from '../paging.ts';
import { createVersion } from '../versions/create-version.ts';
import { listSummaries, type PromptFilter } from './list-summaries.ts';
import { findPrompt, findSummary, insertPrompt, requirePrompt, updateDetails } from './repository.ts';
import { indexDetails } from './search-index.ts';

export interface NewPrompt {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description: string;
  readonly tags: readonly string[];
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
  readonly note: string;
}

/** What may be changed of a prompt beside its text. What is left out stays. */
export interface DetailsChange {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly archived?: boolean | undefined;
}

/** Creates prompts, lists them and changes their details. */
export function createPromptsService({ read, write }: Database, appendEvent: AppendEvent, clock: Clock) {
  return {
    list: (filter: PromptFilter): Promise<Page<PromptSummary>> => listSummaries(read, filter),

    /** @throws Problem `prompt-not-found` */
    getDetails: (name: string): Promise<PromptSummary> => findSummary(read, name),

    /**
     * Creates a prompt with its version 1. Without a title, the last part of its name is the title.
     *
     * @throws Problem `prompt-exists`
     */
    create: (actor: Person, wanted: NewPrompt): Promise<Version> =>
      write(async (transaction) => {
        const { queries } = transaction;
        const { name, description, content, variables, note } = wanted;
        if (await findPrompt(queries, name)) {
          throw new Problem('prompt-exists', `There is a prompt “${name}” already. Choose another name.`);
        }
        const details = {
          name,
          title: wanted.title ?? titleOf(name),
          description,
          tags: unique(wanted.tags),
        };
        const at = readTime(clock);
        const id = await insertPrompt(queries, details, at);
        const text = { content, contentBefore: '', variables, note };
        const first = { ...text, version: 1, parent: null, author: actor, createdAt: at };
        const version = await createVersion(queries, { id, name }, first);
        await indexDetails(transaction, id);
        const { contentHash } = version;
        const data = { title: details.title, description, tags: details.tags, note, contentHash };
        await appendEvent(transaction, { type: 'prompt.created', actor, prompt: name, version: 1, data });
        return version;
      }),

    /** @throws Problem `prompt-not-found` */
    updateDetails: (actor: Person, name: string, wanted: DetailsChange): Promise<PromptSummary> =>
      write(async (transaction) => {
        const { queries } = transaction;
        const { id } = await requirePrompt(queries, name);
        const { title, description, tags, archived } = await findSummary(queries, name);
        const before = { title, description, tags, archived };
        const after = {
          title: wanted.title ?? title,
          description: wanted.description ?? description,
          tags: wanted.tags ? unique(wanted.tags) : tags,
          archived: wanted.archived ?? archived,
        };
        const data = changedFields(before, after);
        if (Object.keys(data).length > 0) {
          await updateDetails(queries, id, { name, ...after }, readTime(clock));
          await indexDetails(transaction, id);
          await appendEvent(transaction, { type: 'prompt.updated', actor, prompt: name, data });
        }
        return findSummary(queries, name);
      }),
  };
}

export type PromptsService = ReturnType<typeof createPromptsService>;

function titleOf(name: string): string {
  const words = name.slice(name.lastIndexOf('/') + 1).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function unique(tags: readonly string[]): string[] {
  return [...new Set(tags)];
}
