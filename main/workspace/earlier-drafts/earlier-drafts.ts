import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { EarlierDraft, EarlierText } from '#core/contract/earlier-draft-shapes.ts';
import type { Draft, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { areSameVariables } from '#core/domain/same-variables.ts';
import type { LogPort } from '../../ports.ts';
import { createJsonFolders } from '../json-folder.ts';
import { isLargeStep } from './is-large-step.ts';
import { addState, listStates, noStates, readState, type StateFile, stateFile } from './state-file.ts';

/** While somebody types, a state is kept this often, in milliseconds. */
const interval = 60_000;

/** What drafts were before: states that can be brought back, also after a draft was saved or discarded. */
export interface EarlierDrafts {
  /** The newest first. */
  list(place: PromptPlace): Promise<EarlierDraft[]>;
  /** `null` where it is not kept any more. */
  get(place: PromptPlace, id: string): Promise<EarlierText | null>;
  /** Keeps a text. It never fails: where the disk is full, the draft itself is more important. */
  keep(place: PromptPlace, text: EarlierText): Promise<void>;
  /** Keeps what a draft was before it became `next`, where enough time or enough text lies between them. */
  noteStep(before: Draft, next: Pick<Draft, 'content' | 'variables' | 'savedAt'> | null): Promise<void>;
  /** Settles once all that was to be kept is on the disk. */
  settled(): Promise<void>;
}

export function createEarlierDrafts(
  dataFolder: string,
  onSetAside: (sentence: string) => void,
  log: LogPort,
): EarlierDrafts {
  const folderOf = createJsonFolders<StateFile>(join(dataFolder, 'earlier-drafts'), stateFile, onSetAside);
  const keptAt = new Map<string, number>();
  const underWay = new Set<Promise<void>>();
  const keyOf = ({ connection, prompt }: PromptPlace) => `${connection}/${prompt}`;

  function keep(place: PromptPlace, text: EarlierText): Promise<void> {
    const keeping = write(place, text).finally(() => underWay.delete(keeping));
    underWay.add(keeping);
    return keeping;
  }

  /** What is being kept meanwhile is waited for. */
  async function read({ connection, prompt }: PromptPlace): Promise<StateFile> {
    let read: StateFile | null = null;
    await folderOf(connection).change(prompt, (file) => {
      read = file;
      return undefined;
    });
    return read ?? noStates;
  }

  async function write(place: PromptPlace, text: EarlierText): Promise<void> {
    keptAt.set(keyOf(place), new Date(text.savedAt).getTime());
    try {
      await folderOf(place.connection).change(place.prompt, (file) => {
        const before = file ?? noStates;
        const after = addState(before, randomUUID(), text);
        return after === before ? undefined : after;
      });
    } catch (error) {
      log.error('An earlier draft could not be kept.', { reason: String(error) });
    }
  }

  return {
    list: async (place) => listStates(await read(place)),
    get: async (place, id) => readState(await read(place), id),
    keep,
    async settled() {
      await Promise.all(underWay);
    },
    async noteStep(before, next) {
      const isSame =
        next && next.content === before.content && areSameVariables(next.variables, before.variables);
      if (isSame) return;
      const last = keptAt.get(keyOf(before)) ?? new Date(before.savedAt).getTime();
      keptAt.set(keyOf(before), last);
      const age = next ? new Date(next.savedAt).getTime() - last : interval;
      if (age >= interval || next === null || isLargeStep(before.content, next.content)) {
        await keep(before, before);
      }
    },
  };
}
