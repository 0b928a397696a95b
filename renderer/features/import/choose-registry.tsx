import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DialogActions } from '../../components/dialog.tsx';
import { readRegistryAddress } from '../../format/registry-address.ts';
import { useExported } from './exported-store.ts';
import classes from './import.module.css';

/** Where another registry is, and a key to read it with. The key is used once and kept nowhere. */
export function ChooseRegistry() {
  const readRegistry = useExported((state) => state.readRegistry);
  const [address, setAddress] = useState('');
  const [key, setKey] = useState('');
  return (
    <form
      className={classes.paste}
      onSubmit={(event) => {
        event.preventDefault();
        void readRegistry(address.trim(), key.trim());
      }}
    >
      <TextInput
        label="Address"
        placeholder="https://prompts.example.com"
        data-autofocus
        spellCheck={false}
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <PasswordInput
        label="Key"
        description="A key of that registry with the role “viewer”. It is used for this import and not kept."
        autoComplete="off"
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <DialogActions>
        <Button type="submit" disabled={readRegistryAddress(address) === null || key.trim() === ''}>
          Continue
        </Button>
      </DialogActions>
    </form>
  );
}
