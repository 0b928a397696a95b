import type { FastifyInstance, FastifyRequest } from 'fastify';
import { basePath, registryApi } from '#core/contract/registry-api.ts';
import { createAccessCheck } from '../http/check-access.ts';
import { isLoopback } from '../http/is-loopback.ts';
import { describeAccess } from '../http/openapi.ts';
import type { Services } from '../services.ts';
import type { Metrics } from './create-metrics.ts';

const unknownRoute = '(no route)';
const startedAt = Date.now() / 1_000 - process.uptime();

/**
 * Counts every answer, and shows the counts: to this machine without a key, to anybody else with a viewer's. What
 * comes through a proxy comes from elsewhere.
 */
export function registerMetrics(
  app: FastifyInstance,
  metrics: Metrics,
  { authenticator, events }: Pick<Services, 'authenticator' | 'events'>,
): void {
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const count = metrics.counterFor(method, routeOptions.url ?? unknownRoute);
    count(reply.statusCode, reply.elapsedTime / 1_000);
  });
  const checkAccess = createAccessCheck(authenticator, 'viewer');
  for (const prefix of ['', basePath]) {
    const summary =
      'Counts of what this process has done, in Prometheus’ text format; no key from this machine';
    app.get(`${prefix}/metrics`, {
      schema: { ...describeAccess('public', summary), tags: ['health'], hide: prefix !== '' },
      onRequest: async (request) => {
        if (!isFromThisMachine(request)) await checkAccess(request);
      },
      handler: async (_request, reply) => {
        const lines = [...metrics.describe(), ...describeWork(metrics), ...(await describeState(events))];
        return reply.type('text/plain; version=0.0.4; charset=utf-8').send(`${lines.join('\n')}\n`);
      },
    });
  }
}

function isFromThisMachine({ socket, headers }: FastifyRequest): boolean {
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => name in headers);
  return !isForwarded && isLoopback(socket.remoteAddress ?? '');
}

/** Sums that people ask for first. */
function describeWork(metrics: Metrics): string[] {
  const count = ({ method, path, status }: { method: string; path: string; status: number }) =>
    metrics.countOf(method, basePath + path, status);
  const { createPrompt, saveVersion, resolvePrompt, resolvePromptByQuery } = registryApi;
  const notChanged = { ...resolvePromptByQuery, status: 304 };
  return [
    ...counter('promptforge_saves_total', 'Saved versions.', count(createPrompt) + count(saveVersion)),
    ...counter(
      'promptforge_resolves_total',
      'Prompts fetched by applications.',
      count(resolvePrompt) + count(resolvePromptByQuery) + count(notChanged),
    ),
  ];
}

async function describeState(events: Pick<Services['events'], 'findHeadSeq'>): Promise<string[]> {
  const { user, system } = process.cpuUsage();
  return [
    ...gauge('promptforge_event_seq', 'The number of the newest event.', await events.findHeadSeq()),
    ...gauge('process_resident_memory_bytes', 'Memory that the process holds.', process.memoryUsage.rss()),
    ...counter('process_cpu_seconds_total', 'Processor time of the process.', (user + system) / 1e6),
    ...gauge('process_start_time_seconds', 'When the process began, in seconds since 1970.', startedAt),
  ];
}

function counter(name: string, help: string, value: number): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} counter`, `${name} ${value}`];
}

function gauge(name: string, help: string, value: number): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`];
}
