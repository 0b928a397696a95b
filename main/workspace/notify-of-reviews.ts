import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { SystemNotice } from '#core/contract/workspace-shapes.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import type { Connections } from './connections.ts';

interface NotifierOptions {
  readonly connections: Pick<Connections, 'list' | 'open'>;
  readonly isWanted: () => boolean;
  readonly notify: (notice: SystemNotice) => void;
}

/**
 * Tells the user by the system's own means that a promotion waits for them, or that theirs was decided: never of
 * what they did themselves, and never of what was there when the app began.
 *
 * @returns what to call with every event of the app
 */
export function createReviewNotifier({ connections, isWanted, notify }: NotifierOptions) {
  /** What waited when it was looked last, by registry. */
  const known = new Map<string, ReadonlySet<string>>();
  let work: Promise<unknown> = Promise.resolve();
  /** One after the other; what cannot be read now is told by the queue as soon as it can. */
  const queue = (step: () => Promise<void>) => {
    work = work.then(step).catch(() => undefined);
  };
  const meIn = (connection: string) => connections.list().find(({ id }) => id === connection)?.member?.id;
  const tell = async (client: RegistryClient, notice: Omit<SystemNotice, 'title'>, title: string) => {
    const { prompt, version } = notice.review;
    const details = await client.call('getDetails', { params: { name: prompt } });
    notify({ ...notice, title: `v${version} of ${details.title} ${title}` });
  };

  async function readWaiting(connection: string, isOwnDoing: boolean): Promise<void> {
    const client = await connections.open(connection);
    const waiting = await client.listAll('listPromotions', { query: { waitingFor: 'me' } });
    const before = known.get(connection);
    known.set(connection, new Set(waiting.map(({ id }) => id)));
    if (!before || isOwnDoing || !isWanted()) return;
    for (const { id, prompt, version, missing, note, requestedBy } of waiting) {
      // Whoever asked is told what was decided, not that it waits for them.
      if (before.has(id) || requestedBy.id === meIn(connection)) continue;
      const body = note ? `${requestedBy.name}: ${note}` : `${requestedBy.name} asked to promote it.`;
      const title = missing.length === 0 ? 'is ready to be promoted' : 'waits for you';
      await tell(client, { connection, review: { prompt, version }, body }, title);
    }
  }

  async function tellDecision(connection: string, event: RegistryEvent): Promise<void> {
    const client = await connections.open(connection);
    const me = meIn(connection);
    const isMine = ({ requestedBy, candidate }: PromotionDetails) =>
      requestedBy.id === me || candidate.author.id === me;
    const read = (id: unknown) => client.call('getPromotion', { params: { id: String(id) } });
    if (event.type === 'promotion.reviewed' || event.type === 'promotion.applied') {
      const promotion = await read(event.data.promotion);
      const { prompt, version } = promotion;
      const said = typeof event.data.comment === 'string' ? event.data.comment : '';
      const body = said ? `${event.actor.name}: ${said}` : `By ${event.actor.name}.`;
      const becameOf =
        event.type === 'promotion.applied'
          ? 'is stable now'
          : event.data.decision === 'approve'
            ? 'was approved'
            : 'was not approved: changes are asked for';
      if (isMine(promotion)) await tell(client, { connection, review: { prompt, version }, body }, becameOf);
    }
    for (const id of Array.isArray(event.data.superseded) ? event.data.superseded : []) {
      const promotion = await read(id);
      const { prompt, version } = promotion;
      const body = `${event.actor.name} moved stable meanwhile. Ask for a fresh review.`;
      if (isMine(promotion)) {
        await tell(client, { connection, review: { prompt, version }, body }, 'needs a fresh review');
      }
    }
  }

  const note = (event: BridgeEvent): void => {
    if (event.name === 'connectionChanged' && event.payload.status === 'online') {
      queue(() => readWaiting(event.payload.id, false));
    }
    if (event.name === 'registryReconnected') queue(() => readWaiting(event.payload.connection, false));
    if (event.name !== 'registryEventAppended') return;
    const { connection, event: happened } = event.payload;
    if (!/^(promotion|channel|policy|evaluation)\./.test(happened.type)) return;
    const isOwnDoing = happened.actor.id === meIn(connection);
    queue(() => readWaiting(connection, isOwnDoing));
    if (!isOwnDoing && isWanted()) queue(() => tellDecision(connection, happened));
  };

  /** Settles once everything that was noted has been told. */
  return Object.assign(note, { settled: () => work });
}
