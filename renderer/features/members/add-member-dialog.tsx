import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Member, NewKey } from '#core/contract/shapes.ts';
import type { Role } from '#core/domain/roles.ts';
import { bridge } from '../../bridge/bridge.ts';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { unwrap } from '../../bridge/unwrap.ts';
import { useCall } from '../../bridge/use-call.ts';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { useNavigation } from '../shell/navigation-store.ts';
import { KeyHandover } from './key-handover.tsx';
import { useMembers } from './members-store.ts';
import { RolesField } from './roles-field.tsx';

interface Added {
  readonly member: Member;
  readonly made: NewKey | null;
}

/** Adds a person or a program, with a first key to hand over. */
export function AddMemberDialog({ connection }: { readonly connection: string }) {
  const opened = useNavigation((state) => state.dialog === 'add-member');
  const closeDialog = useNavigation((state) => state.closeDialog);
  const [added, setAdded] = useState<Added | null>(null);
  // A key is shown once: with the dialog it is gone.
  if (!opened && added !== null) setAdded(null);
  const holdsKey = added?.made != null;
  return (
    <Dialog
      title={added ? `${added.member.name} is a member now` : 'Add member'}
      size="medium"
      opened={opened}
      onClose={closeDialog}
      closesByItself={!holdsKey}
    >
      {added ? (
        <>
          {added.made ? <KeyHandover member={added.member} made={added.made} /> : null}
          <DialogActions>
            <Button variant="default" onClick={() => setAdded(null)}>
              Add another
            </Button>
            <Button onClick={closeDialog}>Done</Button>
          </DialogActions>
        </>
      ) : (
        <AddMemberForm connection={connection} onAdded={setAdded} onCancel={closeDialog} />
      )}
    </Dialog>
  );
}

interface AddMemberFormProps {
  readonly connection: string;
  readonly onAdded: (added: Added) => void;
  readonly onCancel: () => void;
}

function AddMemberForm({ connection, onAdded, onCancel }: AddMemberFormProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>(['editor']);
  const [makesKey, setMakesKey] = useState(true);
  const [wasTried, setTried] = useState(false);
  /** The member, once there is one: where only its key failed, it must not be made twice. */
  const [member, setMember] = useState<Member | null>(null);
  const { isRunning, error, run } = useCall();
  const isComplete = name.trim() !== '' && roles.length > 0;

  const add = async (): Promise<Added> => {
    const given = email.trim();
    const wanted = { name: name.trim(), roles, ...(given === '' ? {} : { email: given }) };
    const added = member ?? (await useMembers.getState().add(connection, wanted));
    setMember(added);
    if (!makesKey) return { member: added, made: null };
    const made = await unwrap(bridge.keys.createFor({ connection, id: added.id, name: 'First key' }));
    return { member: added, made };
  };

  return (
    <DialogForm
      onSubmit={() => {
        setTried(true);
        if (isComplete) void run(add, onAdded);
      }}
    >
      <TextInput
        label="Name"
        description="It stands beside everything that this member does."
        data-autofocus
        maxLength={200}
        value={name}
        readOnly={member !== null}
        error={wasTried && name.trim() === '' ? 'Give a name.' : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="E-mail"
        description="It may be empty. Only administrators see it."
        type="email"
        maxLength={320}
        value={email}
        readOnly={member !== null}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <RolesField roles={roles} onChange={setRoles} />
      {wasTried && roles.length === 0 ? <p role="alert">Choose at least one role.</p> : null}
      <Checkbox
        label="Make a first key"
        description="A member signs in with a key. It is shown once, with what to send."
        checked={makesKey}
        onChange={(event) => setMakesKey(event.currentTarget.checked)}
      />
      <ErrorBanner error={error} />
      <DialogActions>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={isRunning}>
          {member ? 'Make the key' : 'Add member'}
        </Button>
      </DialogActions>
    </DialogForm>
  );
}
