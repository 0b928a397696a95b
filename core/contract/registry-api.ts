import type { Endpoint } from './endpoint.ts';
import { eventEndpoints } from './event-endpoints.ts';
import { memberEndpoints } from './member-endpoints.ts';
import { promotionEndpoints } from './promotion-endpoints.ts';
import { promptEndpoints } from './prompt-endpoints.ts';
import { testEndpoints } from './test-endpoints.ts';
import { webhookEndpoints } from './webhook-endpoints.ts';

/**
 * The registry API: every call once. The server registers its routes from this table, the client calls from it,
 * and the tests loop over it.
 */

export const basePath = '/api/v1';

export const registryApi = {
  ...promptEndpoints,
  ...promotionEndpoints,
  ...testEndpoints,
  ...memberEndpoints,
  ...eventEndpoints,
  ...webhookEndpoints,
} as const satisfies Record<string, Endpoint>;

export type RegistryApi = typeof registryApi;
export type EndpointName = keyof RegistryApi;

/** Server-sent events, one per registry event; `Last-Event-ID` resumes. Not a JSON call, hence not in the table. */
export const eventStreamPath = `${basePath}/events/stream`;
