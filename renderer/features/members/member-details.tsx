import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MemberChanges } from '#core/contract/member-shapes.ts';
import type { Member } from '#core/contract/shapes.ts';
import type { Role } from '#core/domain/roles.ts';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { useCall } from '../../bridge/use-call.ts';
import { Callout } from '../../components/callout.tsx';
import { DialogActions } from '../../components/dialog.tsx';
import { joinNames } from '../../format/counts.ts';
import { compareRoles } from '../../format/roles.ts';
import { useNotices } from '../shell/notices-store.ts';
import classes from './members.module.css';
import { useMembers } from './members-store.ts';
import { RolesField } from './roles-field.tsx';

interface MemberDetailsProps {
  readonly connection: string;
  readonly member: Member;
  readonly isOnlyAdministrator: boolean;
  /** True where it is the user's own. */
  readonly isSelf: boolean;
}

/** Name, e-mail address and roles of a member, with what a change of roles gives and takes. */
export function MemberDetails({ connection, member, isOnlyAdministrator, isSelf }: MemberDetailsProps) {
  const [name, setName] = useState(member.name);
  const [email, setEmail] = useState(member.email ?? '');
  const [roles, setRoles] = useState<Role[]>(member.roles);
  const { isRunning, error, run } = useCall();
  const wanted = { name: name.trim(), email: email.trim() || null, roles };
  const changesRoles = roles.toSorted().join() !== member.roles.toSorted().join();
  const isChanged = changesRoles || wanted.name !== member.name || wanted.email !== member.email;
  const { gains, loses } = compareRoles(member.roles, roles);

  const save = async () => {
    const { change } = useMembers.getState();
    const before: MemberChanges = { name: member.name, email: member.email, roles: member.roles };
    const saved = await change(connection, member.id, wanted);
    const undo = () =>
      void change(connection, member.id, before).catch((thrown: unknown) =>
        useNotices.getState().showError(toBridgeError(thrown)),
      );
    const action = { label: 'Undo', run: undo };
    useNotices.getState().show({ tone: 'success', title: `${saved.name} is changed`, action });
  };

  return (
    <form
      noValidate
      aria-label="Details"
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && wanted.name !== '' && roles.length > 0) void run(save, () => undefined);
      }}
    >
      <TextInput
        label="Name"
        maxLength={200}
        value={name}
        error={wanted.name === '' ? 'Give a name.' : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="E-mail"
        type="email"
        maxLength={320}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <RolesField
        roles={roles}
        onChange={setRoles}
        whyAdministrator={
          isOnlyAdministrator ? 'The only administrator. Give somebody else this role first.' : null
        }
      />
      {roles.length === 0 ? <p role="alert">Choose at least one role.</p> : null}
      {gains.length > 0 || loses.length > 0 ? (
        <Callout tone={loses.length > 0 ? 'warning' : 'neutral'} title="With these roles">
          {gains.length > 0 ? (
            <p>
              {member.name} may newly {joinNames(gains)}.
            </p>
          ) : null}
          {loses.length > 0 ? (
            <p>
              {member.name} may no longer {joinNames(loses)}.
            </p>
          ) : null}
          {isSelf && member.roles.includes('admin') && !roles.includes('admin') ? (
            <p>This is you: you will not be able to take it back yourself.</p>
          ) : null}
        </Callout>
      ) : null}
      <ErrorBanner error={error} />
      {isChanged ? (
        <DialogActions>
          <Button
            variant="default"
            onClick={() => {
              setName(member.name);
              setEmail(member.email ?? '');
              setRoles(member.roles);
            }}
          >
            Discard changes
          </Button>
          <Button type="submit" loading={isRunning}>
            Save changes
          </Button>
        </DialogActions>
      ) : null}
    </form>
  );
}
