import { Button, TextInput } from '@mantine/core';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { useLibrary } from './library-store.ts';
import { useNewPrompt } from './new-prompt-store.ts';

/** Asks for what a new prompt needs. Closing it keeps what was typed. */
export function NewPromptDialog() {
  const opened = useNavigation((state) => state.dialog === 'new-prompt');
  const closeDialog = useNavigation((state) => state.closeDialog);
  const { form, faults, error, isCreating, change, create } = useNewPrompt();

  const submit = async () => {
    const connection = useConnections.getState().currentId;
    const version = await create(connection);
    if (!version) return;
    await useLibrary.getState().refresh({ connection, prompt: version.prompt });
    useNavigation.getState().openPrompt(version.prompt);
    useNotices.getState().show({ tone: 'success', title: `${form.title.trim()} was created` });
  };

  return (
    <Dialog title="New prompt" size="medium" opened={opened} onClose={closeDialog}>
      <DialogForm onSubmit={() => void submit()}>
        <TextInput
          label="Title"
          placeholder="Support agent"
          data-autofocus
          value={form.title}
          error={faults.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <TextInput
          label="Name"
          description="Applications fetch the prompt by this name. “/” makes a folder. It cannot be changed later."
          placeholder="support-agent"
          value={form.name}
          error={faults.name}
          spellCheck={false}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label="Description"
          placeholder="What it is for (may be empty)"
          value={form.description}
          error={faults.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
        <GrowingTextarea
          label="First text"
          description="Write {{name}} where the application inserts a value."
          placeholder="You are a friendly support agent for {{company}}. Answer in {{locale}}."
          minRows={6}
          maxRows={14}
          value={form.content}
          error={faults.content}
          onChange={(event) => change({ content: event.currentTarget.value })}
        />
        <ErrorBanner error={error} />
        <DialogActions staysInSight>
          <Button variant="default" onClick={closeDialog}>
            Cancel
          </Button>
          <Button type="submit" loading={isCreating}>
            Create prompt
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  );
}
