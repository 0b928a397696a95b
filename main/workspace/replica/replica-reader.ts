import { setTimeout as delay } from 'node:timers/promises';
import { Problem } from '#core/contract/problem.ts';
import { AppError } from '../../app-error.ts';
import type { RegistryClient } from '../../registry-client/registry-client.ts';
import { findKeptAnswer, isKept, type Kept, keepAnswer, type ReadQuestion } from './read-kept.ts';
import { type PromptReads, versionsPerPage } from './read-prompts.ts';
import type { RegistryReader } from './registry-reader.ts';
import type { ReplicaLink } from './replica-link.ts';
import type { ReplicaStore } from './replica-store.ts';

/** How long a registry may take before what is known is shown instead, in milliseconds. */
const patience = 3_000;

interface Read {
  find(): Kept | null;
  ask(client: RegistryClient): Promise<unknown>;
}

/**
 * The one place that decides between replica and network. What the replica knows for certain is answered at once;
 * where it may be out of date the registry is asked, and the replica answers only where the registry cannot: it is
 * out of reach, refuses the key, or takes too long.
 *
 * @param isBehind true where events are known to be missing
 * @param onLate called when an answer came after an older one was shown
 */
export function createReplicaReader(
  store: ReplicaStore,
  reads: PromptReads,
  link: ReplicaLink,
  isBehind: () => boolean,
  onLate: () => void,
): RegistryReader {
  async function answer(read: Read): Promise<unknown> {
    const kept = read.find();
    if (kept && ((kept.isCurrent && !isBehind()) || !link.isOnline())) return kept.value;
    const asking = ask(read);
    if (!kept) return asking.catch((error) => insteadOf(error, read));
    const waiting = new AbortController();
    const first = await Promise.race([
      asking.then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      ),
      delay(patience, null, { signal: waiting.signal, ref: false }).catch(() => null),
    ]);
    waiting.abort();
    if (!first) {
      asking.then(onLate, () => undefined);
      return (read.find() ?? kept).value;
    }
    return 'value' in first ? first.value : insteadOf(first.error, read);
  }

  async function ask(read: Read): Promise<unknown> {
    const client = await link.open();
    return link.inForeground(() => read.ask(client));
  }

  function insteadOf(error: unknown, read: Read): unknown {
    const kept = isOutOfReach(error) ? read.find() : null;
    if (kept) return kept.value;
    throw error;
  }

  function toRead(question: ReadQuestion): Read {
    const { name, isAll, params, query } = question;
    const prompt = String(params?.name);
    if (name === 'getDetails') return reads.prompt(prompt);
    if (name === 'getVersion') return reads.version(prompt, Number(params?.version));
    if (name === 'listPrompts' && !isAll) return reads.promptList(query ?? {});
    if (name === 'listVersions' && !isAll && query?.limit === versionsPerPage) {
      return reads.versionList(prompt, query?.cursor as string | undefined);
    }
    return toOtherRead(question);
  }

  function toOtherRead(question: ReadQuestion): Read {
    const { name, isAll } = question;
    return {
      find: () => (isKept(question) ? store.read((tables) => findKeptAnswer(tables, question)) : null),
      async ask(client) {
        const since = store.now();
        const input = { params: question.params, query: question.query } as never;
        const value: unknown = await (isAll
          ? client.listAll(name as never, input)
          : client.call(name, input));
        if (isKept(question))
          store.write((tables) => keepAnswer(tables, question, value, since.changes), since);
        return value;
      },
    };
  }

  return {
    call: (name, input) => answer(toRead({ ...(input as object), name, isAll: false })) as never,
    listAll: (name, input) => answer(toRead({ ...(input as object), name, isAll: true })) as never,
  };
}

/** True where the registry could not answer, or not to this key. */
function isOutOfReach(error: unknown): boolean {
  if (error instanceof AppError)
    return error.code === 'registry-unreachable' || error.code === 'not-a-registry';
  const codes = ['unauthenticated', 'forbidden', 'rate-limited', 'not-ready', 'internal'];
  return error instanceof Problem && codes.includes(error.code);
}
