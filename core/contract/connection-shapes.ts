import { z } from 'zod';
import type { member } from './shapes.ts';

/** The shapes of connecting with registries. */

/** Why a registry cannot be worked with. Each is a sentence on the screen. */
export const connectionFaultKinds = [
  'network-down',
  'name-not-found',
  'nothing-listens',
  'no-answer',
  'broken-off',
  'proxy-failed',
  'certificate-not-trusted',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-wrong-name',
  'not-encrypted',
  'needs-encryption',
  'redirected',
  'sign-in-page',
  'not-a-registry',
  'other-api',
  'host-refused',
  'registry-busy',
  'key-refused',
  'key-expired',
  'key-missing',
  'role-too-small',
  'connected-already',
] as const;
export type ConnectionFaultKind = (typeof connectionFaultKinds)[number];

export const connectionFault = z.object({
  kind: z.enum(connectionFaultKinds),
  /** What the sentence is about: for example the address that a redirect leads to. */
  subject: z.string().nullable(),
});
export type ConnectionFault = z.infer<typeof connectionFault>;

/** What is better known, but keeps nobody from working. */
export type ConnectionWarning =
  | { readonly kind: 'plain-http' }
  /** How far this machine's clock is ahead of the registry's, in seconds; negative where it is behind. */
  | { readonly kind: 'clock-off'; readonly seconds: number }
  /** The registry does not have all the calls of this app. */
  | { readonly kind: 'older-registry'; readonly missing: readonly string[] };

/** What was found when a registry was asked. Without a fault, it can be worked with. */
export interface RegistryCheck {
  readonly fault: ConnectionFault | null;
  readonly warnings: readonly ConnectionWarning[];
  /** Whose key it is; `null` where the registry did not say. */
  readonly member: z.infer<typeof member> | null;
}

const registryName = z
  .string()
  .trim()
  .min(1, 'Give the registry a name.')
  .max(60, 'Use at most 60 characters.');

const addressFault = 'Give the address as in https://prompts.example.com.';

/** An address as it is kept: without what follows the path, without the part that all calls share. */
export const registryAddress = z
  .string()
  .trim()
  .max(2_000)
  .transform((text) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`))
  .pipe(z.url({ protocol: /^https?$/, normalize: true, error: addressFault }))
  .refine((url) => !/^\w+:\/\/[^/]*@/.test(url), addressFault)
  .transform((url) => url.replace(/[?#].*$/, '').replace(/(\/api\/v\d+(\/.*)?)?\/*$/, ''));

/** Anything else could not be sent in a header. */
export const registryKey = z
  .string()
  .trim()
  .min(1, 'Give a key of this registry.')
  .max(500, 'This is too long for a key.')
  .regex(/^[\x21-\x7e]*$/, 'A key has no spaces and no accents.');

export const newRegistry = z.strictObject({
  name: registryName,
  address: registryAddress,
  key: registryKey,
});

export const registryChange = newRegistry.partial();

/** What is asked of a registry before it is added, or with another address or key than it has. */
export const checkedRegistry = newRegistry.pick({ address: true, key: true }).partial({ key: true });
