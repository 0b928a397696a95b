import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { folderOf, isPromptName, nameForTitle, suggestPromptName } from '#core/domain/prompt-name.ts';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { useCall } from '../../bridge/use-call.ts';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { createDuplicate } from './library-actions.ts';

interface DuplicateDialogProps {
  readonly place: PromptPlace;
  readonly prompt: PromptSummary;
}

/** Makes a new prompt of the text that is open. */
export function DuplicateDialog(props: DuplicateDialogProps) {
  const opened = useNavigation((state) => state.dialog === 'duplicate');
  const closeDialog = useNavigation((state) => state.closeDialog);
  return (
    <Dialog title="Duplicate prompt" size="medium" opened={opened} onClose={closeDialog}>
      <DuplicateForm {...props} />
    </Dialog>
  );
}

function DuplicateForm({ place, prompt }: DuplicateDialogProps) {
  const { closeDialog, openPrompt } = useNavigation.getState();
  const folder = folderOf(prompt.name);
  const nameFor = (title: string) => {
    const own = suggestPromptName(title) || nameForTitle(title);
    return own === '' || folder === '' ? own : suggestPromptName(`${folder}/${own}`);
  };
  const [title, setTitle] = useState(`${prompt.title} (copy)`.slice(0, 200));
  const [ownName, setOwnName] = useState<string | null>(null);
  const { isRunning, error, run, forgetError } = useCall();
  const name = ownName ?? nameFor(title);
  const isNameTaken = error?.code === 'prompt-exists';

  const submit = () => {
    if (title.trim() === '' || !isPromptName(name)) return;
    const create = () => createDuplicate(place, prompt, { name, title: title.trim() });
    void run(create, () => {
      openPrompt(name);
      useNotices.getState().show({ tone: 'success', title: `${title.trim()} was created` });
    });
  };

  return (
    <DialogForm onSubmit={submit}>
      <TextInput
        label="Title"
        data-autofocus
        maxLength={200}
        value={title}
        error={title.trim() === '' ? 'Give the prompt a title.' : undefined}
        onChange={(event) => {
          forgetError();
          setTitle(event.currentTarget.value);
        }}
      />
      <TextInput
        label="Name"
        description="Applications fetch the prompt by this name. “/” makes a folder. It cannot be changed later."
        spellCheck={false}
        value={name}
        error={
          isNameTaken
            ? 'A prompt with this name exists already. Choose another one.'
            : isPromptName(name)
              ? undefined
              : 'Use lower-case letters, digits and “-”, and “/” for folders; begin and end every part with a letter or digit.'
        }
        onChange={(event) => {
          forgetError();
          setOwnName(event.currentTarget.value);
        }}
      />
      <ErrorBanner error={isNameTaken ? null : error} />
      <DialogActions hint="With its text, variables and tags">
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" loading={isRunning}>
          Create prompt
        </Button>
      </DialogActions>
    </DialogForm>
  );
}
