import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { isActive } from '#core/contract/is-active.ts';
import type { Member } from '#core/contract/shapes.ts';
import { Loading } from '../../bridge/loading.tsx';
import { CommandButton } from '../../components/command-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatCount } from '../../format/counts.ts';
import { wordsOf } from '../../format/roles.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { AddMemberDialog } from './add-member-dialog.tsx';
import { addMember } from './commands.ts';
import { MemberDrawer } from './member-drawer.tsx';
import { MemberList } from './member-list.tsx';
import classes from './members.module.css';
import { useMembers } from './members-store.ts';

/** The people and programs that may call the registry, with their roles and keys. */
export function MembersSection() {
  const connection = useConnections((state) => state.currentId);
  const self = useConnections((state) => currentConnection(state)?.member?.id);
  const members = useMembers((state) => state.members[connection]);
  const error = useMembers((state) => state.errors[connection]);
  const [query, setQuery] = useState('');
  const load = () => void useMembers.getState().load(connection);
  useEffect(() => void useMembers.getState().load(connection), [connection]);
  if (!members) return <Loading label="The members are being loaded" error={error} onRetry={load} />;
  const found = members.filter((member) => isFound(member, query)).toSorted(activeFirst);
  return (
    <div className={classes.stack}>
      <p className={classes.text}>
        Everybody who works with this registry is a member with roles, and signs in with a key of their own.
      </p>
      <div className={classes.tools}>
        <TextInput
          type="search"
          aria-label="Search members"
          placeholder="Search members"
          value={query}
          leftSection={<IconSearch size={15} aria-hidden />}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setQuery('');
          }}
        />
        <span className={classes.count} role="status">
          {query === '' ? formatCount(members.length, 'member') : `${found.length} of ${members.length}`}
        </span>
        <CommandButton command={addMember} leftSection={<IconUserPlus size={15} aria-hidden />} />
      </div>
      {found.length > 0 ? (
        <MemberList
          members={found}
          self={self}
          onOpen={(id) => useNavigation.getState().openDialog('member', id)}
        />
      ) : (
        <EmptyState
          icon={<IconUsers size={22} aria-hidden />}
          title="Nobody is called that"
          action={
            <Button variant="default" onClick={() => setQuery('')}>
              Clear the search
            </Button>
          }
        >
          Search by a name, an e-mail address or a role, or add a member.
        </EmptyState>
      )}
      {members.length === 1 && query === '' ? (
        <p className={classes.text}>
          You are alone so far. Add who writes, who reviews and who promotes: each gets a key, and what to
          send them is written for you.
        </p>
      ) : null}
      <AddMemberDialog connection={connection} />
      <MemberDrawer connection={connection} members={members} />
    </div>
  );
}

const activeFirst = (one: Member, other: Member) => Number(isActive(other)) - Number(isActive(one));

function isFound(member: Member, query: string): boolean {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const { name, email, roles } = member;
  const state = isActive(member) ? '' : 'deactivated';
  const text = [name, email ?? '', state, ...roles.map((role) => wordsOf(role).name)]
    .join(' ')
    .toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
