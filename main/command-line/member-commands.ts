import { isActive } from '#core/contract/is-active.ts';
import { newMemberBody } from '#core/contract/member-shapes.ts';
import type { Member } from '#core/contract/shapes.ts';
import { roles } from '#core/domain/roles.ts';
import { type Command, UsageFault } from './command.ts';
import { connect, connectionHelp, connectionOptions } from './connect.ts';
import { formatTable } from './format-table.ts';
import { readArguments, requireOption } from './read-arguments.ts';

export const addMember: Command = {
  usage: '--name NAME --role ROLE [--role ROLE …] [--email ADDRESS]',
  summary: 'makes a member, a person or a service',
  details: `  --name NAME      what the member is called
  --role ROLE      ${roles.join(', ')}; may be given more than once
  --email ADDRESS  how to reach them
${connectionHelp}`,
  run: async (args, surroundings) => {
    const { values } = readArguments(args, {
      ...connectionOptions,
      name: { type: 'string' },
      role: { type: 'string', multiple: true, default: [] },
      email: { type: 'string' },
    });
    const body = newMemberBody.safeParse({
      name: requireOption(values.name, 'name'),
      roles: values.role,
      ...(values.email === undefined ? {} : { email: values.email }),
    });
    if (!body.success) throw new UsageFault(explain(values.role, values.email));
    const member = await connect(values.url, surroundings).call('createMember', { body: body.data });
    surroundings.print(values.json ? JSON.stringify(member) : `${member.name} is a member: ${member.id}`);
    return 0;
  },
};

export const listMembers: Command = {
  usage: '',
  summary: 'lists the members with their roles',
  details: connectionHelp,
  run: async (args, surroundings) => {
    const { values } = readArguments(args, connectionOptions);
    const members = await connect(values.url, surroundings).listAll('listMembers', { query: {} });
    if (values.json) surroundings.print(JSON.stringify(members));
    else for (const line of formatTable(members.map(toRow))) surroundings.print(line);
    return 0;
  },
};

function toRow(member: Member): string[] {
  const { id, name, email, roles: held } = member;
  return [id, name, held.join(','), email ?? '', isActive(member) ? '' : 'deactivated'];
}

function explain(given: readonly string[], email: string | undefined): string {
  if (given.length === 0) return '--role is missing.';
  const unknown = given.find((role) => !roles.some((known) => known === role));
  if (unknown !== undefined) return `There is no role “${unknown}”. The roles are ${roles.join(', ')}.`;
  return email === undefined ? 'This name cannot be used.' : 'The name or the address cannot be used.';
}
