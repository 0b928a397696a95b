import type { z } from 'zod';
import type { newKey } from '#core/contract/shapes.ts';
import type { Command, Surroundings } from './command.ts';
import { connect, connectionHelp, connectionOptions } from './connect.ts';
import { findMember } from './find-member.ts';
import { formatTable } from './format-table.ts';
import { readArguments, requireOption } from './read-arguments.ts';
import { readExpiry } from './read-expiry.ts';

export const addKey: Command = {
  usage: '--member MEMBER --name NAME [--expires WHEN]',
  summary: 'makes a key for a member and shows it, this once',
  details: `  --member MEMBER  the member's id, e-mail address or name
  --name NAME      what the key is for
  --expires WHEN   the last day (2027-12-31), a time (2027-12-31T18:00:00Z) or a number of days (90d)
${connectionHelp}`,
  run: async (args, surroundings) => {
    const { values } = readArguments(args, {
      ...connectionOptions,
      member: { type: 'string' },
      name: { type: 'string' },
      expires: { type: 'string' },
    });
    const wanted = requireOption(values.member, 'member');
    const name = requireOption(values.name, 'name');
    const expiresAt = values.expires === undefined ? {} : { expiresAt: readExpiry(values.expires) };
    const client = connect(values.url, surroundings);
    const { id } = await findMember(client, wanted);
    const key = await client.call('createKey', { params: { id }, body: { name, ...expiresAt } });
    showKey(key, values.json, surroundings);
    return 0;
  },
};

export const listKeys: Command = {
  usage: '--member MEMBER',
  summary: 'lists a member’s keys: what they are for and when they were used last',
  details: `  --member MEMBER  the member's id, e-mail address or name
${connectionHelp}`,
  run: async (args, surroundings) => {
    const { values } = readArguments(args, { ...connectionOptions, member: { type: 'string' } });
    const client = connect(values.url, surroundings);
    const { id } = await findMember(client, requireOption(values.member, 'member'));
    const keys = await client.listAll('listKeys', { params: { id }, query: {} });
    const rows = keys.map((key) => [
      key.id,
      key.prefix,
      key.name,
      key.revokedAt ? `revoked ${key.revokedAt}` : key.expiresAt ? `until ${key.expiresAt}` : 'in force',
      key.lastUsedAt ? `used ${key.lastUsedAt}` : 'never used',
    ]);
    if (values.json) surroundings.print(JSON.stringify(keys));
    else for (const line of formatTable(rows)) surroundings.print(line);
    return 0;
  },
};

export const rotateKey: Command = {
  usage: 'ID',
  summary: 'gives a key a new secret and shows it, this once; the old one is refused at once',
  details: connectionHelp,
  run: async (args, surroundings) => {
    const { values, operand } = readArguments(args, connectionOptions, ['ID']);
    const client = connect(values.url, surroundings);
    const key = await client.call('rotateKey', { params: { id: operand(0) } });
    showKey(key, values.json, surroundings);
    return 0;
  },
};

export const revokeKey: Command = {
  usage: 'ID',
  summary: 'revokes a key, at once',
  details: connectionHelp,
  run: async (args, surroundings) => {
    const { values, operand } = readArguments(args, connectionOptions, ['ID']);
    await connect(values.url, surroundings).call('revokeKey', { params: { id: operand(0) } });
    surroundings.print(values.json ? JSON.stringify({ revoked: operand(0) }) : 'The key is revoked.');
    return 0;
  },
};

/** The secret stands alone on standard output, so that a script can take it from there. */
function showKey(key: z.infer<typeof newKey>, json: boolean, { print, remark }: Surroundings): void {
  if (json) {
    print(JSON.stringify(key));
    return;
  }
  const until = key.expiresAt === null ? '' : ` It expires at ${key.expiresAt}.`;
  remark(`The key “${key.name}” (${key.id}), which is shown only now.${until}`);
  print(key.secret);
}
