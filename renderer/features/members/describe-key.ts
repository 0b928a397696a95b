import type { KeySummary } from '#core/contract/member-shapes.ts';
import type { Member } from '#core/contract/shapes.ts';
import { formatDateTime, formatDay } from '../../format/dates.ts';
import { wordsOf } from '../../format/roles.ts';

export type KeyState = 'usable' | 'expires-soon' | 'expired' | 'revoked';

const day = 24 * 60 * 60_000;
const soon = 14 * day;

/** Whether a key still opens anything. */
export function keyState({ revokedAt, expiresAt }: KeySummary, now = Date.now()): KeyState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt === null) return 'usable';
  const left = new Date(expiresAt).getTime() - now;
  if (left <= 0) return 'expired';
  return left < soon ? 'expires-soon' : 'usable';
}

/** True while something can use it. */
export const isUsable = (key: KeySummary, now?: number) =>
  keyState(key, now) === 'usable' || keyState(key, now) === 'expires-soon';

/** What a key’s dates say, in one line. */
export function describeKeyDates(key: KeySummary): string {
  const made = `made ${formatDay(key.createdAt)}`;
  switch (keyState(key)) {
    case 'revoked':
      return `${made}, revoked ${formatDay(key.revokedAt ?? '')}`;
    case 'expired':
      return `${made}, expired ${formatDay(key.expiresAt ?? '')}`;
    default:
      return key.expiresAt === null ? made : `${made}, expires ${formatDateTime(key.expiresAt)}`;
  }
}

export const lifetimes = [
  { value: 'never', label: 'Never', days: null },
  { value: '30', label: 'In 30 days', days: 30 },
  { value: '90', label: 'In 90 days', days: 90 },
  { value: '365', label: 'In a year', days: 365 },
] as const;

/** When a key made now expires; nothing where it never does. */
export function expiryOf(lifetime: string, now = Date.now()): { readonly expiresAt?: string } {
  const days = lifetimes.find(({ value }) => value === lifetime)?.days ?? null;
  return days === null ? {} : { expiresAt: new Date(now + days * day).toISOString() };
}

interface Invitation {
  readonly member: Member;
  readonly registry: string;
  readonly address: string;
}

/** What to send somebody who has a new key. The key itself is not in it. */
export function writeInvitation({ member, registry, address }: Invitation): string {
  const isApplication = member.roles.every((role) => role === 'app');
  if (isApplication) {
    return [
      `The application “${member.name}” can now fetch prompts from “${registry}”.`,
      '',
      `Address: ${address}`,
      'Key: I send it separately. Keep it where the application reads its secrets, as PROMPTFORGE_KEY.',
      '',
      'Code to paste is in PromptForge: open a prompt, then “Use in code”.',
    ].join('\n');
  }
  const may = member.roles.map((role) => wordsOf(role).may);
  return [
    `Hello ${member.name},`,
    '',
    `you can now work with the prompts in “${registry}”.`,
    '',
    '1. Open PromptForge, then Settings, then Registries, and choose “Add a registry…”.',
    `2. Address: ${address}`,
    '3. Key: I send it to you separately.',
    '',
    `You may ${may.join('; ')}.`,
  ].join('\n');
}
