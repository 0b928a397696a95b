import { randomUUID } from 'node:crypto';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { SaveResult, WaitingSave } from '#core/contract/outbox-shapes.ts';
import type { Problem } from '#core/contract/problem.ts';
import type { Draft, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { AppError } from '../../app-error.ts';
import type { LogPort } from '../../ports.ts';
import type { Connections } from '../connections.ts';
import type { Drafts } from '../drafts.ts';
import type { EarlierDrafts } from '../earlier-drafts/earlier-drafts.ts';
import { createAskers } from './askers.ts';
import { createOutboxFiles } from './outbox-files.ts';
import { createQueueSender } from './queue-sender.ts';
import { createRetries } from './retries.ts';
import { readTheirs, sendSave } from './send-save.ts';

export type SaveRequest = Pick<
  WaitingSave,
  'connection' | 'prompt' | 'content' | 'variables' | 'note' | 'baseVersion' | 'baseContentHash'
> &
  Pick<Draft, 'onTopOf'>;

/** Saves on their way: each is on the disk before it is sent, and until the registry has acknowledged it. */
export interface Outbox {
  /** What waits, each prompt's saves in their order. */
  list(connection: string): Promise<WaitingSave[]>;
  /**
   * Saves a version. Answers `waiting` where the text is on the disk and the registry has not answered for a while.
   *
   * @throws {Problem} what the registry refused; the text is the prompt's draft then
   * @throws {AppError} `saves-changed` where the text does not go on from what waits; `draft-not-written` where the
   *   text is neither in the registry nor on the disk
   */
  save(request: SaveRequest): Promise<SaveResult>;
  /** Sends what waits for a registry, in the background. */
  send(connection: string): void;
  /** @throws {AppError} `saves-changed` where it waits no longer */
  changeNote(place: PromptPlace, id: string, note: string): Promise<void>;
  /**
   * Takes a prompt's last save out. A draft that goes on from it stays, and goes on from what is before.
   *
   * @param intoDraft whether its text becomes the draft where there is none
   * @throws {AppError} `saves-changed` where it is not the last one, or waits no longer
   */
  takeBack(place: PromptPlace, id: string, intoDraft: boolean): Promise<void>;
  close(): void;
}

export interface OutboxParts {
  readonly dataFolder: string;
  readonly connections: Pick<Connections, 'list' | 'open' | 'reconnect'>;
  readonly drafts: Drafts;
  readonly earlier: EarlierDrafts;
  readonly emit: (event: BridgeEvent) => void;
  readonly onSetAside: (sentence: string) => void;
  readonly log: LogPort;
  /** How long a save waits for the registry before it counts as waiting, in milliseconds. */
  readonly patience?: number;
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { connections, drafts, emit, patience = 4_000 } = parts;
  const files = createOutboxFiles(parts.dataFolder, parts.onSetAside);
  const askers = createAskers();
  const retries = createRetries((connection) => void sendAll(connection));

  /** Without those that are just being saved: they come back to whoever saves them. */
  const list = async (connection: string) =>
    (await files.list(connection)).filter(({ id }) => !askers.isAsking(id));
  const tell = async (connection: string) =>
    emit({ name: 'outboxChanged', payload: { connection, saves: await list(connection) } });

  const sender = createQueueSender(files, connections, {
    async onSaved(save, version) {
      await drafts.noteSent(save, save.id, version);
      const standing = { baseVersion: version.version, baseContentHash: version.contentHash };
      let note = save.note;
      await files.change(save, (queue) =>
        queue.flatMap((other) => {
          if (other.id !== save.id) return [{ ...other, ...standing, obstacle: null }];
          note = other.note;
          return [];
        }),
      );
      await drafts.discardIfSaved(save, save);
      if (!askers.answer(save.id, { kind: 'saved', version })) {
        const noteNotSent = note === version.note ? null : note;
        const payload = { connection: save.connection, id: save.id, version, noteNotSent };
        emit({ name: 'waitingSaveSent', payload });
      }
      await tell(save.connection);
    },

    async onRefused(save, refused) {
      if (askers.answer(save.id, refused)) return;
      await noteObstacle(save, refused.problem);
      await release(save);
    },

    onUnanswered: release,
  });

  async function noteObstacle(save: WaitingSave, problem: Problem): Promise<void> {
    const obstacle = { code: problem.code, detail: problem.message, theirs: readTheirs(problem) };
    await files.change(save, (queue) =>
      queue.map((other) => (other.id === save.id ? { ...other, obstacle } : other)),
    );
  }

  /** Lets everybody go who has just saved this prompt: their saves wait. */
  async function release(place: PromptPlace): Promise<void> {
    for (const { id } of await files.queueOf(place)) askers.answer(id, null);
    await tell(place.connection);
  }

  async function sendOne(place: PromptPlace): Promise<boolean> {
    const isAnswered = await sender.send(place);
    if (isAnswered) {
      retries.reset(place.connection);
      // The registry answers: what looks for it need not wait for its next attempt.
      if (isLost(place.connection)) connections.reconnect(place.connection);
    } else if (isConnected(place.connection)) retries.plan(place.connection);
    return isAnswered;
  }

  async function sendAll(connection: string): Promise<void> {
    const prompts = new Set((await files.list(connection)).map(({ prompt }) => prompt));
    for (const prompt of prompts) {
      if (!(await sendOne({ connection, prompt }))) return;
    }
  }

  const inBackground = (work: Promise<unknown>) =>
    void work.catch((error: unknown) =>
      parts.log.error('What waits could not be sent.', { reason: String(error) }),
    );

  const isConnected = (connection: string) => connections.list().some(({ id }) => id === connection);

  const isLost = (connection: string) =>
    connections.list().some(({ id, status }) => id === connection && status === 'offline');

  const isExpectedToAnswer = (connection: string) =>
    connections
      .list()
      .some(({ id, status }) => id === connection && ['online', 'connecting'].includes(status));

  /** Puts a save at the end of its prompt's queue. */
  async function append(save: WaitingSave, onTopOf: string | null): Promise<WaitingSave> {
    let appended = save;
    await files.change(save, (queue) => {
      const before = queue.at(-1);
      const { baseVersion, baseContentHash } = save;
      const standing = drafts.standOn({ baseVersion, baseContentHash, onTopOf });
      if (standing.onTopOf !== (before?.id ?? null)) throw savesChanged();
      const base = before ?? standing;
      appended = { ...save, baseVersion: base.baseVersion, baseContentHash: base.baseContentHash };
      return [...queue, appended];
    });
    return appended;
  }

  /** Without room for it in the outbox, a save is sent all the same: the registry may well have room. */
  async function saveWithoutRoom(save: WaitingSave, draftFault: unknown): Promise<SaveResult> {
    const outcome = await sendSave(await connections.open(save.connection), save);
    if (outcome.kind === 'saved') {
      await drafts.discardIfSaved(save, save);
      return outcome;
    }
    const theirs = outcome.kind === 'refused' ? readTheirs(outcome.problem) : null;
    if (theirs) return { kind: 'conflict', theirs };
    // The worse news first: the text is neither in the registry nor on the disk.
    throw draftFault ?? (outcome.kind === 'refused' ? outcome.problem : outcome.error);
  }

  return {
    list,

    async save({ onTopOf, note, ...text }) {
      // Begun before anything is waited for, so that it cannot overwrite what is typed meanwhile.
      const draftFault = drafts.put({ ...text, onTopOf, view: null }).then(
        () => null,
        (fault: unknown) => fault,
      );
      const wanted: WaitingSave = {
        ...text,
        note,
        id: randomUUID(),
        savedAt: new Date().toISOString(),
        idempotencyKey: randomUUID(),
        obstacle: null,
      };
      let save: WaitingSave;
      const asked = askers.ask(wanted.id, isExpectedToAnswer(text.connection) ? patience : 250);
      try {
        save = await append(wanted, onTopOf);
      } catch (error) {
        askers.answer(wanted.id, null);
        const fault = await draftFault;
        if (error instanceof AppError) throw error;
        return saveWithoutRoom(wanted, fault);
      }
      inBackground(sendOne(save));
      const answer = await asked;
      if (answer?.kind === 'saved') return answer;
      if (answer && (await draftFault) === null) {
        await files.change(save, (queue) => queue.filter(({ id }) => id !== save.id));
        await tell(save.connection);
        const theirs = readTheirs(answer.problem);
        if (theirs) return { kind: 'conflict', theirs };
        throw answer.problem;
      }
      if (answer) await noteObstacle(save, answer.problem);
      await draftFault;
      await drafts.discardIfSaved(save, save);
      await tell(save.connection);
      return { kind: 'waiting', save };
    },

    send(connection) {
      retries.reset(connection);
      inBackground(sendAll(connection));
    },

    async changeNote(place, id, note) {
      await files.change(place, (queue) => {
        if (!queue.some((save) => save.id === id)) throw savesChanged();
        // Another body is another call: the registry refuses it under the same key.
        const changed = { note, idempotencyKey: randomUUID() };
        return queue.map((save) => (save.id === id ? { ...save, ...changed } : save));
      });
      await tell(place.connection);
    },

    async takeBack(place, id, intoDraft) {
      const queue = await files.queueOf(place);
      const [before, save] = queue.length > 1 ? queue.slice(-2) : [undefined, queue[0]];
      if (save?.id !== id) throw savesChanged();
      const { connection, prompt, content, variables, baseVersion, baseContentHash } = save;
      const onTopOf = before?.id ?? null;
      // The draft first: whatever happens in between, the text is on the disk.
      const standing = { baseVersion, baseContentHash, onTopOf };
      const text = { connection, prompt, content, variables, ...standing, view: null };
      await drafts.putUnder(intoDraft ? text : null, place, (there) =>
        there.onTopOf === id ? { ...there, ...standing } : there,
      );
      await parts.earlier.keep(place, save);
      await files.change(place, (current) => current.filter((other) => other.id !== id));
      await tell(connection);
    },

    close() {
      sender.close();
      retries.close();
    },
  };
}

function savesChanged(): AppError {
  return new AppError('saves-changed', 'What waits to be sent has changed in the meantime.');
}
