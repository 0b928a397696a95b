import type { WaitingSave } from '#core/contract/outbox-shapes.ts';
import type { Version } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { AppError } from '../../app-error.ts';
import type { Connections } from '../connections.ts';
import type { OutboxFiles } from './outbox-files.ts';
import { type SendOutcome, sendSave } from './send-save.ts';

type Refused = Extract<SendOutcome, { kind: 'refused' }>;

/** What is to be done with what came of the first save of a queue. */
export interface QueueListener {
  /** The save is a version now. It has to leave the queue, and the next one stands on that version. */
  onSaved(save: WaitingSave, version: Version): Promise<void>;
  onRefused(save: WaitingSave, refused: Refused): Promise<void>;
  onUnanswered(save: WaitingSave): Promise<void>;
}

/** Sends the saves of each prompt one after the other, never two of them at once. */
export interface QueueSender {
  /** Sends a prompt's queue as far as it goes. Answers false where the registry did not answer. */
  send(place: PromptPlace): Promise<boolean>;
  close(): void;
}

export function createQueueSender(
  files: OutboxFiles,
  connections: Pick<Connections, 'open'>,
  listener: QueueListener,
): QueueSender {
  const running = new Map<string, Promise<boolean>>();
  const following = new Map<string, Promise<boolean>>();
  let isClosed = false;

  async function sendQueue(place: PromptPlace): Promise<boolean> {
    for (;;) {
      const [head] = await files.queueOf(place);
      if (!head || isClosed) return true;
      const outcome = await sendHead(head);
      // What a closed app did not hear is asked for again at the next start.
      if (isClosed) return true;
      if (outcome.kind === 'saved') await listener.onSaved(head, outcome.version);
      else if (outcome.kind === 'unanswered') await listener.onUnanswered(head);
      else await listener.onRefused(head, outcome);
      if (outcome.kind !== 'saved') return outcome.kind === 'refused';
    }
  }

  async function sendHead(save: WaitingSave): Promise<SendOutcome> {
    try {
      return await sendSave(await connections.open(save.connection), save);
    } catch (error) {
      if (error instanceof AppError) return { kind: 'unanswered', error };
      throw error;
    }
  }

  function start(place: PromptPlace, key: string): Promise<boolean> {
    const run = sendQueue(place).finally(() => running.delete(key));
    running.set(key, run);
    return run;
  }

  return {
    send(place) {
      const key = `${place.connection}/${place.prompt}`;
      const now = running.get(key);
      if (!now) return start(place, key);
      // One more run sees whatever was put in the queue meanwhile.
      const next = following.get(key);
      if (next) return next;
      const run = now
        .catch(() => undefined)
        .then(() => {
          following.delete(key);
          return start(place, key);
        });
      following.set(key, run);
      return run;
    },
    close() {
      isClosed = true;
    },
  };
}
