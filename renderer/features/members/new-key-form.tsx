import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Member, NewKey } from '#core/contract/shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { unwrap } from '../../bridge/unwrap.ts';
import { useCall } from '../../bridge/use-call.ts';
import { expiryOf, lifetimes } from './describe-key.ts';
import classes from './members.module.css';

interface NewKeyFormProps {
  readonly connection: string;
  readonly member: Member;
  readonly onMade: (made: NewKey) => void;
}

/** Makes a key for a member. */
export function NewKeyForm({ connection, member, onMade }: NewKeyFormProps) {
  const [name, setName] = useState('');
  const [lifetime, setLifetime] = useState<string>('never');
  const { isRunning, error, run } = useCall();
  const make = () =>
    unwrap(bridge.keys.createFor({ connection, id: member.id, name: name.trim(), ...expiryOf(lifetime) }));
  return (
    <form
      noValidate
      aria-label="New key"
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        void run(make, (made) => {
          setName('');
          onMade(made);
        });
      }}
    >
      <div className={classes.newKey}>
        <TextInput
          label="Name of a new key"
          placeholder="For example: laptop"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label="Expires"
          value={lifetime}
          data={lifetimes.map(({ value, label }) => ({ value, label }))}
          onChange={(event) => setLifetime(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={isRunning} disabled={name.trim() === ''}>
          Make key
        </Button>
      </div>
      <ErrorBanner error={error} />
    </form>
  );
}
