import { Button, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { useCall } from '../../bridge/use-call.ts';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { useNavigation } from '../shell/navigation-store.ts';
import { changeDetails } from './library-actions.ts';
import { useTags } from './use-tags.ts';

interface DetailsDialogProps {
  readonly place: PromptPlace;
  readonly prompt: PromptSummary;
}

/** Title, description and tags of a prompt. */
export function DetailsDialog(props: DetailsDialogProps) {
  const opened = useNavigation((state) => state.dialog === 'details');
  const closeDialog = useNavigation((state) => state.closeDialog);
  return (
    <Dialog title="Details" size="medium" opened={opened} onClose={closeDialog}>
      <DetailsForm {...props} />
    </Dialog>
  );
}

function DetailsForm({ place, prompt }: DetailsDialogProps) {
  const closeDialog = useNavigation((state) => state.closeDialog);
  const known = useTags();
  const [title, setTitle] = useState(prompt.title);
  const [description, setDescription] = useState(prompt.description);
  const [tags, setTags] = useState<string[]>(prompt.tags);
  const [typed, setTyped] = useState('');
  const { isRunning, error, run } = useCall();
  const hasTitle = title.trim() !== '';

  const submit = () => {
    if (!hasTitle) return;
    void run(() => changeDetails(place, { title: title.trim(), description, tags }), closeDialog);
  };

  return (
    <DialogForm onSubmit={submit}>
      <TextInput
        label="Title"
        data-autofocus
        maxLength={200}
        value={title}
        error={hasTitle ? undefined : 'Give the prompt a title.'}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <GrowingTextarea
        label="Description"
        description="What it is for. It may be empty."
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <TagsInput
        label="Tags"
        description="Enter or a comma ends a tag."
        // Suggestions come once something is typed: before, they would cover the buttons.
        data={typed === '' ? [] : [...known]}
        searchValue={typed}
        onSearchChange={setTyped}
        maxDropdownHeight={150}
        maxTags={50}
        maxLength={64}
        value={tags}
        acceptValueOnBlur
        onChange={setTags}
      />
      <TextInput
        label="Name"
        description="Applications fetch the prompt by this name, so it stays as it is."
        value={prompt.name}
        readOnly
      />
      <ErrorBanner error={error} />
      <DialogActions>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" loading={isRunning}>
          Save details
        </Button>
      </DialogActions>
    </DialogForm>
  );
}
