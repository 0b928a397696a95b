import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Problem } from '#core/contract/problem.ts';
import { eventStreamPath } from '#core/contract/registry-api.ts';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import { hasRole } from '#core/domain/roles.ts';
import { createAccessCheck, requireCaller } from '../http/check-access.ts';
import { describeAccess, problemResponse } from '../http/openapi.ts';
import type { Authenticator, Caller } from '../keys/authenticate.ts';
import { describeError, type RegistryLog } from '../log.ts';
import type { EventFeed } from './event-feed.ts';
import type { EventsService } from './service.ts';
import { createEventStream, type EventStream } from './stream-events.ts';

const streamResponse = {
  description: 'One message per event: `id` is its number, `event` its type, `data` the event as JSON',
  content: { 'text/event-stream': { schema: z.string() } },
};

export interface StreamServices {
  readonly events: EventsService;
  readonly feed: EventFeed;
  readonly authenticator: Authenticator;
  readonly log: RegistryLog;
}

/** Registers the event stream. Open streams end with their key or their role, and when the server closes. */
export function registerEventStream(app: FastifyInstance, services: StreamServices): void {
  const { events, feed, authenticator, log } = services;
  const checkAccess = createAccessCheck(authenticator, 'viewer');
  const open = new Set<EventStream>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });
  app.route({
    method: 'GET',
    url: eventStreamPath,
    exposeHeadRoute: false,
    schema: {
      operationId: 'streamEvents',
      ...describeAccess('viewer', 'Events as they happen, as server-sent events; `Last-Event-ID` resumes'),
      tags: ['events'],
      response: { 200: streamResponse, '4xx': problemResponse, '5xx': problemResponse },
    },
    onRequest: checkAccess,
    handler: async (request, reply) => {
      const [field] = Object.keys(request.query as object);
      if (field !== undefined) throw refuse(field, 'This call takes no query parameters.');
      const head = await events.findHeadSeq();
      const after = readLastEventId(request.headers['last-event-id'], head);
      const caller = requireCaller(request);
      reply.hijack();
      const stream = createEventStream(reply.raw, after, {
        events,
        hasExpired: () => authenticator.hasExpired(caller),
      });
      open.add(stream);
      const unsubscribe = feed.subscribe((event) => {
        if (endsStream(event, caller)) stream.end();
        else stream.wake();
      });
      // The right to read may have gone between the first check and the subscription.
      checkAccess(request).catch(() => stream.end());
      reply.raw.on('close', () => {
        unsubscribe();
        open.delete(stream);
        stream.end();
      });
      stream.ended.catch((error: unknown) => log.error('An event stream broke off.', describeError(error)));
    },
  });
}

/** True where from this event on the caller's key is refused, or the caller may not read. */
function endsStream({ type, data }: RegistryEvent, { keyId, member }: Caller): boolean {
  if (type === 'key.revoked' || type === 'key.rotated') return data.key === keyId;
  if (type !== 'member.updated' || data.member !== member.id) return false;
  return data.active === false || (Array.isArray(data.roles) && !hasRole(data.roles, 'viewer'));
}

function readLastEventId(header: string | string[] | undefined, head: number): number {
  if (header === undefined) return head;
  const seq = /^\d{1,15}$/.test(String(header)) ? Number(header) : Number.NaN;
  if (seq <= head) return seq;
  throw refuse('Last-Event-ID', `Give the number of an event of this registry; the newest is ${head}.`);
}

function refuse(field: string, message: string): Problem {
  return new Problem('invalid-request', `“${field}”: ${message}`, { errors: [{ field, message }] });
}
