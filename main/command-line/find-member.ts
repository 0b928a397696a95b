import type { Member } from '#core/contract/shapes.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import { CommandFailed } from './command.ts';

/**
 * Finds a member by id, e-mail address or name.
 *
 * @throws CommandFailed where there is none, or more than one
 */
export async function findMember(client: RegistryClient, wanted: string): Promise<Member> {
  const members = await client.listAll('listMembers', { query: {} });
  const found =
    members.find(({ id }) => id === wanted) ??
    onlyOne(members, ({ email }) => email?.toLowerCase() === wanted.toLowerCase(), wanted) ??
    onlyOne(members, ({ name }) => name === wanted, wanted);
  if (found) return found;
  throw new CommandFailed(`There is no member “${wanted}”. “promptforge member list” shows them.`);
}

function onlyOne(members: readonly Member[], fits: (member: Member) => boolean, wanted: string) {
  const [first, second] = members.filter(fits);
  if (second) throw new CommandFailed(`There is more than one member “${wanted}”. Give the id.`);
  return first;
}
