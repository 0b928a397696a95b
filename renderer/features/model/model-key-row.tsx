import { Button, PasswordInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { SettingRow } from '../../components/setting-row.tsx';
import { useSettings } from '../settings/settings-store.ts';
import { useModelKey } from './model-key-store.ts';
import classes from './model-section.module.css';

/** The key of the model's server: given here once, and never shown again. */
export function ModelKeyRow() {
  const { hasKey, load, keep, remove } = useModelKey();
  const storage = useSettings((state) => state.info?.capabilities.secretStorage);
  const [typed, setTyped] = useState('');
  useEffect(() => void load(), [load]);
  const place = storage === 'keychain' ? 'in the system’s keychain' : 'in a file that only you can read';
  const submit = async () => {
    if (typed.trim() !== '' && (await keep(typed.trim()))) setTyped('');
  };
  return (
    <SettingRow label="Key" help={`Kept ${place}. A server on this machine may need none.`}>
      {hasKey ? (
        <span className={classes.prices}>
          <span>A key is kept.</span>
          <Button variant="default" onClick={() => void remove()}>
            Remove key
          </Button>
        </span>
      ) : (
        <form
          className={classes.keyForm}
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <PasswordInput
            aria-label="Key of the model"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={typed.trim() === ''}>
            Keep key
          </Button>
        </form>
      )}
    </SettingRow>
  );
}
