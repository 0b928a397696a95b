import { Problem } from '#core/contract/problem.ts';
import type { PromptSummary, Version, VersionSummary } from '#core/contract/shapes.ts';
import type { RegistryClient } from '../../registry-client/registry-client.ts';
import { isReplicaCursor, type PromptPage, type PromptQuery } from './list-kept-prompts.ts';
import type { Kept } from './read-kept.ts';
import type { PromptRefresher } from './refresh-prompts.ts';
import type { ReplicaStore } from './replica-store.ts';

/** A question about prompts or versions: what the replica knows, and how the registry is asked. */
export interface PromptRead<Answer> {
  find(): (Kept & { readonly value: Answer }) | null;
  /** Asks the registry, and takes its answer into the replica. */
  ask(client: RegistryClient): Promise<Answer>;
}

export const versionsPerPage = 200;
const cursorPrefix = 'replica:';

export interface VersionPage {
  items: VersionSummary[];
  nextCursor: string | null;
}

export type PromptReads = ReturnType<typeof createPromptReads>;

/** The questions that are answered from the replica's tables. */
export function createPromptReads(store: ReplicaStore, refresher: PromptRefresher, isBehind: () => boolean) {
  /** Where the registry's own list of versions goes on, by the prompt and the version where a page ended. */
  const cursors = new Map<string, string>();

  function prompt(name: string): PromptRead<PromptSummary> {
    return {
      find() {
        const kept = store.read(({ prompts }) => prompts.find(name));
        return kept && { value: kept.summary, isCurrent: !kept.isStale };
      },
      ask: (client) => refresher.readOne(client, name),
    };
  }

  function version(name: string, number: number): PromptRead<Version> {
    return {
      find() {
        const kept = store.read(({ versions }) => versions.find(name, number));
        return kept && { value: kept, isCurrent: true };
      },
      async ask(client) {
        const since = store.now();
        const read = await client.call('getVersion', { params: { name, version: number } });
        store.write(({ versions }) => versions.put(read), since);
        return read;
      },
    };
  }

  function promptList(query: PromptQuery): PromptRead<PromptPage> {
    const isSearch = (query.query ?? '').trim() !== '';
    const isForeign = query.cursor !== undefined && !isReplicaCursor(query.cursor);
    const find = () => {
      if (isForeign) return null;
      return store.read((tables) => {
        const value = tables.listPrompts(query);
        if (!tables.isComplete() && value.items.length === 0) return null;
        // Of a search the registry knows more: some texts may not be here.
        const isCurrent = !isSearch && tables.isComplete() && tables.prompts.listStale().length === 0;
        return { value, isCurrent };
      });
    };
    return {
      find,
      async ask(client) {
        const isComplete = store.read((tables) => tables.isComplete()) ?? false;
        const isGoingOn = isReplicaCursor(query.cursor);
        if (isComplete && !isSearch && !isForeign && (isGoingOn || !isBehind())) {
          await refresher.readStale(client);
          const kept = find();
          if (kept) return kept.value;
        }
        if (isGoingOn) throw staleCursor();
        const since = store.now();
        const page = await client.call('listPrompts', { query });
        const isWritten = store.write(({ prompts }) => {
          for (const summary of page.items) prompts.put(summary, since.changes);
        }, since);
        return isWritten ? { ...page, items: page.items.map(newest) } : page;
      },
    };
  }

  /** An answer may be older than what is known by now. */
  function newest(summary: PromptSummary): PromptSummary {
    const known = store.read(({ prompts }) => prompts.find(summary.name))?.summary ?? summary;
    return summary.match ? { ...known, match: summary.match } : known;
  }

  function versionList(name: string, cursor: string | undefined): PromptRead<VersionPage> {
    const below = cursor === undefined ? null : Number(cursor.slice(cursorPrefix.length));
    const find = () =>
      store.read(({ prompts, versions }) => {
        const items = versions.list(name, below ?? Number.MAX_SAFE_INTEGER, versionsPerPage);
        if (items.length === 0) return null;
        const kept = prompts.find(name);
        const first = below === null ? (kept?.summary.latest ?? 0) : below - 1;
        const isWhole = items[0]?.version === first && isGapless(items);
        const isCurrent = isWhole && (below !== null || kept?.isStale === false);
        const oldest = items.at(-1)?.version ?? 1;
        const hasMore = items.length === versionsPerPage && oldest > 1;
        return { value: { items, nextCursor: hasMore ? `${cursorPrefix}${oldest}` : null }, isCurrent };
      });
    return {
      find,
      async ask(client) {
        let serverCursor = below === null ? undefined : cursors.get(`${name}@${below}`);
        // Without the way there, the list is walked from its beginning.
        for (;;) {
          const query = { limit: versionsPerPage, cursor: serverCursor };
          const since = store.now();
          const page = await client.call('listVersions', { params: { name }, query });
          store.write(({ versions }) => {
            for (const summary of page.items) versions.put(summary);
          }, since);
          const oldest = page.items.at(-1)?.version ?? 1;
          const hasMore = page.nextCursor !== null;
          if (page.nextCursor !== null) cursors.set(`${name}@${oldest}`, page.nextCursor);
          if (!hasMore || below === null || oldest < below) {
            const items = below === null ? page.items : page.items.filter((item) => item.version < below);
            return { items, nextCursor: hasMore ? `${cursorPrefix}${oldest}` : null };
          }
          serverCursor = page.nextCursor ?? undefined;
        }
      },
    };
  }

  return { prompt, version, promptList, versionList };
}

/** True where every version follows on the one before and the list ends with a page or with the first. */
function isGapless(items: readonly VersionSummary[]): boolean {
  const isFollowing = items.every(
    (item, index) => index === 0 || item.version + 1 === items[index - 1]?.version,
  );
  return isFollowing && (items.length === versionsPerPage || items.at(-1)?.version === 1);
}

function staleCursor(): Problem {
  return new Problem('invalid-request', 'The list has begun anew. Read it from its beginning.');
}
