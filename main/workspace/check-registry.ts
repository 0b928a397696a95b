import { z } from 'zod';
import type { ConnectionFault, ConnectionWarning, RegistryCheck } from '#core/contract/connection-shapes.ts';
import { basePath, registryApi } from '#core/contract/registry-api.ts';
import { hasRole } from '#core/domain/roles.ts';
import { readAnswer, unreachable } from '../registry-client/read-answer.ts';
import { createRegistryClient } from '../registry-client/registry-client.ts';
import { findConnectionFault } from './find-connection-fault.ts';

/** How long a registry may take for each answer when it is asked for the first time, in milliseconds. */
const patience = 10_000;
/** A clock that is off by less than this is right enough, in seconds. */
const clockTolerance = 90;
const apiVersion = '1';

/** What every registry tells of itself, without a key. */
const apiDocument = z.looseObject({
  info: z.looseObject({ title: z.literal('PromptForge registry'), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string().optional() }))),
});
type ApiDocument = z.infer<typeof apiDocument>;

/**
 * Asks a registry whether it can be worked with, and says what is wrong where it cannot. The key is sent only to
 * what has shown itself to be a registry.
 *
 * @param key `null` where there is none
 */
export async function checkRegistry(
  address: string,
  key: string | null,
  send: typeof fetch = fetch,
): Promise<RegistryCheck> {
  const warnings: ConnectionWarning[] = isPlainElsewhere(address) ? [{ kind: 'plain-http' }] : [];
  const found = (fault: ConnectionFault | null, member: RegistryCheck['member'] = null) => ({
    fault,
    warnings,
    member,
  });
  try {
    const { document, skew } = await readDocument(address, send);
    if (Math.abs(skew) > clockTolerance) warnings.push({ kind: 'clock-off', seconds: Math.round(skew) });
    if (document.info.version !== apiVersion) return found({ kind: 'other-api', subject: null });
    const missing = findMissingCalls(document);
    if (missing.length > 0) warnings.push({ kind: 'older-registry', missing });
  } catch (error) {
    const fault = findConnectionFault(error);
    return found(
      (await speaksTls(address, fault, send)) ? { kind: 'needs-encryption', subject: null } : fault,
    );
  }
  if (key === null) return found({ kind: 'key-missing', subject: null });
  try {
    const member = await createRegistryClient(address, key, { send }).call('getMe', {}, { patience });
    return found(hasRole(member.roles, 'viewer') ? null : { kind: 'role-too-small', subject: null }, member);
  } catch (error) {
    return found(findConnectionFault(error));
  }
}

/** Reads the description of the API, and by how many seconds this machine's clock is ahead of the answer's. */
async function readDocument(
  address: string,
  send: typeof fetch,
): Promise<{ document: ApiDocument; skew: number }> {
  const begun = Date.now();
  const response = await send(`${address}${basePath}/openapi.json`, {
    redirect: 'manual',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(patience),
  }).catch((error: unknown) => {
    throw unreachable(address, error);
  });
  const here = (begun + Date.now()) / 2;
  const there = Date.parse(response.headers.get('date') ?? '');
  const document = (await readAnswer(response, apiDocument, address)) as ApiDocument;
  return { document, skew: Number.isNaN(there) ? 0 : (here - there) / 1_000 };
}

function findMissingCalls({ paths }: ApiDocument): string[] {
  const known = new Set(
    Object.values(paths).flatMap((path) => Object.values(path).map((call) => call.operationId)),
  );
  return Object.keys(registryApi).filter((name) => !known.has(name));
}

/** True where the key and the texts would cross a network for anybody to read. */
function isPlainElsewhere(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** True where http:// was asked for and what is there speaks https: it breaks off, or answers with a page. */
async function speaksTls(address: string, fault: ConnectionFault, send: typeof fetch): Promise<boolean> {
  if (!address.startsWith('http://') || !/^(broken-off|not-a-registry)$/.test(fault.kind)) return false;
  try {
    await send(address.replace('http:', 'https:'), {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    return true;
  } catch (error) {
    return findConnectionFault(error).kind.startsWith('certificate-');
  }
}
