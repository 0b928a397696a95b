import type { Member, Person } from '#core/contract/shapes.ts';
import type { Transaction } from './db/database.ts';
import { findKeyFault, hashKey, makeKey } from './keys/make-key.ts';
import { hasKeyWithHash } from './keys/repository.ts';
import { findAdministrator } from './members/repository.ts';
import type { Services } from './services.ts';

/** Who does what nobody asked for: the first administrator is made by the registry itself. */
const registryItself: Person = { id: 'registry', name: 'Registry' };

/** The first administrator's key cannot be used. The message is a sentence for whoever started the registry. */
export class UnusableAdminKey extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'UnusableAdminKey';
  }
}

export interface FirstStart {
  /** The key of the first administrator; one is made where none is given. Read in an empty store only. */
  readonly adminKey?: string | undefined;
  /** What the first administrator is called. */
  readonly administrator?: string | undefined;
  /** Lets `adminKey` in whatever the store says: for whoever owns the store's files anyway. */
  readonly ensureAdminKey?: boolean | undefined;
}

/** @throws UnusableAdminKey */
export function checkAdminKey({ adminKey }: FirstStart): void {
  const fault = adminKey === undefined ? null : findKeyFault(adminKey);
  if (fault) throw new UnusableAdminKey(fault);
}

/**
 * Gives an empty store its administrator.
 *
 * @returns the key that was made, which nobody can be told again; `null` where none was
 */
export async function prepareFirstStart(
  services: Services,
  { adminKey, administrator: name = 'Administrator', ensureAdminKey }: FirstStart,
) {
  return services.database.write(async (transaction): Promise<string | null> => {
    const administrator = await findAdministrator(transaction.queries);
    if (administrator) {
      if (ensureAdminKey && adminKey !== undefined)
        await ensureKey(services, transaction, administrator, adminKey);
      return null;
    }
    const made = adminKey === undefined ? makeKey() : toMadeKey(adminKey);
    const wanted = { name, roles: ['admin'] as const };
    const member = await services.members.createWithin(transaction, registryItself, wanted);
    await giveKey(services, transaction, member, made);
    return adminKey === undefined ? made.secret : null;
  });
}

async function ensureKey(services: Services, transaction: Transaction, member: Member, adminKey: string) {
  if (await hasKeyWithHash(transaction.queries, hashKey(adminKey))) return;
  await giveKey(services, transaction, member, toMadeKey(adminKey));
}

async function giveKey(
  services: Services,
  transaction: Transaction,
  member: Member,
  made: ReturnType<typeof makeKey>,
) {
  const wanted = { memberId: member.id, name: 'Administrator’s key' };
  await services.keys.createWithin(transaction, registryItself, wanted, made);
}

function toMadeKey(secret: string): ReturnType<typeof makeKey> {
  return { secret, prefix: secret.slice(0, 4) };
}
