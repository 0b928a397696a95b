import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { folderOf, isPromptName, suggestPromptName } from '#core/domain/prompt-name.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { Banner } from '../../components/banner.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
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
    <Dialog title="Duplicate prompt" opened={opened} onClose={closeDialog}>
      <DuplicateForm {...props} />
    </Dialog>
  );
}

function DuplicateForm({ place, prompt }: DuplicateDialogProps) {
  const { closeDialog, openPrompt } = useNavigation.getState();
  const folder = folderOf(prompt.name);
  const nameFor = (title: string) => suggestPromptName(folder === '' ? title : `${folder}/${title}`);
  const [title, setTitle] = useState(`${prompt.title} (copy)`.slice(0, 200));
  const [ownName, setOwnName] = useState<string | null>(null);
  const [error, setError] = useState<BridgeError | null>(null);
  const [isCreating, setCreating] = useState(false);
  const name = ownName ?? nameFor(title);
  const isNameTaken = error?.code === 'prompt-exists';

  const submit = async () => {
    if (isCreating || title.trim() === '' || !isPromptName(name)) return;
    setCreating(true);
    setError(null);
    try {
      await createDuplicate(place, prompt, { name, title: title.trim() });
      openPrompt(name);
      useNotices.getState().show({ tone: 'success', title: `${title.trim()} was created` });
    } catch (thrown) {
      setError(toBridgeError(thrown));
      setCreating(false);
    }
  };

  return (
    <form
      noValidate
      style={{ display: 'contents' }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        label="Title"
        data-autofocus
        maxLength={200}
        value={title}
        error={title.trim() === '' ? 'Give the prompt a title.' : undefined}
        onChange={(event) => setTitle(event.currentTarget.value)}
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
        onChange={(event) => setOwnName(event.currentTarget.value)}
      />
      {error && !isNameTaken ? (
        <Banner tone="danger" title={`${describeError(error).title}.`}>
          {describeErrorInFull(error)}
        </Banner>
      ) : null}
      <DialogActions hint="With its text, variables and tags">
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" loading={isCreating}>
          Create prompt
        </Button>
      </DialogActions>
    </form>
  );
}
