import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import {
  describeConnectionFault,
  describeConnectionWarning,
} from '../../bridge/describe-connection-fault.ts';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { Banner } from '../../components/banner.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { useSettings } from '../settings/settings-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { showRegistry } from '../shell/shown-registry-store.ts';
import { useConnections } from './connections-store.ts';
import { isComplete, suggestName, useRegistryForm } from './registry-form-store.ts';

/** Asks for a registry's name, address and key; makes sure of them before they are kept. */
export function RegistryDialog() {
  const opened = useNavigation((state) => state.dialog === 'registry');
  const subject = useNavigation((state) => state.dialogSubject);
  const closeDialog = useNavigation((state) => state.closeDialog);
  const isNew = subject === null;
  useEffect(() => {
    if (!opened) return useRegistryForm.getState().end();
    const { connections } = useConnections.getState();
    useRegistryForm.getState().begin(connections?.find(({ id }) => id === subject) ?? null);
  }, [opened, subject]);
  return (
    <Dialog
      title={isNew ? 'Add a registry' : 'Change the registry'}
      size="medium"
      opened={opened}
      onClose={closeDialog}
    >
      <RegistryFields isNew={isNew} />
    </Dialog>
  );
}

function RegistryFields({ isNew }: { readonly isNew: boolean }) {
  const { connection, form, check, error, isBusy, change, submit } = useRegistryForm();
  const closeDialog = useNavigation((state) => state.closeDialog);
  const storage = useSettings((state) => state.info?.capabilities.secretStorage);
  const canBeAsked = isComplete({ connection, form });
  const place =
    storage === 'file'
      ? 'It is kept in a file that only you can read, because this system offers no keychain here.'
      : 'It is kept in the system’s keychain.';

  const keep = async (despite: boolean) => {
    const kept = await submit(despite);
    if (!kept) return;
    closeDialog();
    useConnections.getState().replace(kept);
    if (isNew) showRegistry(kept.id);
    useNotices.getState().show({
      tone: 'success',
      title: isNew ? `${kept.name} is connected` : `${kept.name} was changed`,
    });
  };

  return (
    <DialogForm onSubmit={() => void keep(false)}>
      <TextInput
        label="Address"
        placeholder="https://prompts.example.com"
        description="Where the registry is. Whoever runs it can tell you."
        data-autofocus
        spellCheck={false}
        autoComplete="off"
        value={form.address}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
      <PasswordInput
        label="Key"
        placeholder={isNew ? 'pf_…' : 'The key stays as it is'}
        description={`Your own key of this registry. ${place}`}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the key' }}
        value={form.key}
        onChange={(event) => change({ key: event.currentTarget.value })}
      />
      <TextInput
        label="Name"
        placeholder={suggestName(form.address) || 'Our prompts'}
        description="What it is called on your screen."
        maxLength={60}
        value={form.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Findings />
      <ErrorBanner error={error} />
      <DialogActions hint={isBusy ? <span role="status">Asking the registry…</span> : null}>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        {canKeepDespite(check) ? (
          <Button variant="default" onClick={() => void keep(true)}>
            {isNew ? 'Add it anyway' : 'Save it anyway'}
          </Button>
        ) : null}
        <Button type="submit" loading={isBusy} disabled={!canBeAsked}>
          {check ? 'Try again' : isNew ? 'Connect' : 'Save'}
        </Button>
      </DialogActions>
    </DialogForm>
  );
}

type Check = ReturnType<typeof useRegistryForm.getState>['check'];

/** What cannot be told now may be right later; what was refused will not be. */
function canKeepDespite(check: Check): boolean {
  return check !== null && (check.fault === null || laterKinds.has(check.fault.kind));
}

const laterKinds: ReadonlySet<string> = new Set([
  'network-down',
  'name-not-found',
  'nothing-listens',
  'no-answer',
  'broken-off',
  'proxy-failed',
  'registry-busy',
  'sign-in-page',
]);

/** What was found when the registry was asked. */
function Findings() {
  const check = useRegistryForm((state) => state.check);
  const change = useRegistryForm((state) => state.change);
  if (!check) return null;
  const { fault, warnings } = check;
  const other = fault?.kind === 'redirected' && fault.subject !== null ? new URL(fault.subject).origin : null;
  return (
    <>
      {fault ? (
        <Banner
          tone="danger"
          title={`${describeConnectionFault(fault).title}.`}
          actions={
            other ? (
              <Button variant="default" onClick={() => change({ address: other })}>
                Use {other}
              </Button>
            ) : undefined
          }
        >
          {describeConnectionFault(fault).next}
        </Banner>
      ) : null}
      {warnings.map((warning) => {
        const { title, next } = describeConnectionWarning(warning);
        return (
          <Banner key={warning.kind} tone="warning" title={`${title}.`}>
            {next}
          </Banner>
        );
      })}
    </>
  );
}
