import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import { prefersText } from '../http/prefers-text.ts';
import type { Page } from '../paging.ts';
import type { EventsService } from './service.ts';

const columns = [
  ...['seq', 'at', 'type', 'actor', 'actorId', 'prompt', 'version', 'data', 'id', 'previousHash', 'hash'],
] as const;
const largestPage = 200;

/**
 * Answers with a page of events as JSON, or as a table for a spreadsheet where that is preferred: all events that
 * fit, unless a `limit` asks for fewer.
 */
export function createEventSender(events: Pick<EventsService, 'list'>) {
  return (page: Page<RegistryEvent>, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    reply.header('vary', 'Accept, Authorization');
    if (!prefersText(request.headers.accept, 'text/csv')) return reply.code(200).send(page);
    const query = request.query as Parameters<EventsService['list']>[0];
    const isWhole = !new URLSearchParams(request.url.split('?')[1]).has('limit');
    const listMore = (cursor: string) => events.list({ ...query, cursor, limit: largestPage });
    return reply
      .code(200)
      .type('text/csv; charset=utf-8; header=present')
      .header('content-disposition', 'attachment; filename="events.csv"')
      .send(Readable.from(writeRows(page, isWhole ? listMore : null)));
  };
}

async function* writeRows(
  first: Page<RegistryEvent>,
  listMore: ((cursor: string) => Promise<Page<RegistryEvent>>) | null,
): AsyncGenerator<string> {
  yield toCsv([columns]);
  let page = first;
  while (true) {
    if (page.items.length > 0) yield toCsv(page.items.map(toRow));
    if (page.nextCursor === null || !listMore) return;
    page = await listMore(page.nextCursor);
  }
}

function toRow(event: RegistryEvent): (string | number | undefined)[] {
  const { seq, at, type, actor, prompt, version, data, id, previousHash, hash } = event;
  return [seq, at, type, actor.name, actor.id, prompt, version, JSON.stringify(data), id, previousHash, hash];
}

/** RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it. */
function toCsv(rows: readonly (readonly unknown[])[]): string {
  return stringify([...rows] as unknown[][], { record_delimiter: '\r\n', escape_formulas: true });
}
