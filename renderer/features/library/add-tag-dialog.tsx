import { Autocomplete, Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { formatCount } from '../../format/counts.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { tagSelected } from './change-selected.ts';
import { listSelected } from './selection-store.ts';
import { useTags } from './use-tags.ts';

/** Adds a tag to the selected prompts. */
export function AddTagDialog() {
  const opened = useNavigation((state) => state.dialog === 'add-tag');
  const closeDialog = useNavigation((state) => state.closeDialog);
  return (
    <Dialog title="Add tag" opened={opened} onClose={closeDialog}>
      <AddTagForm />
    </Dialog>
  );
}

function AddTagForm() {
  const closeDialog = useNavigation((state) => state.closeDialog);
  const known = useTags();
  const [tag, setTag] = useState('');
  const [wasTried, setTried] = useState(false);
  const [count] = useState(() => listSelected().length);
  const submit = () => {
    setTried(true);
    if (tag.trim() === '') return;
    closeDialog();
    tagSelected(tag.trim());
  };
  return (
    <DialogForm onSubmit={submit}>
      <Autocomplete
        label="Tag"
        description={`It is added to the ${formatCount(count, 'selected prompt')}; the tags that they have stay.`}
        data-autofocus
        // Suggestions come once something is typed: before, they would cover the buttons and take Escape for themselves.
        openOnFocus={false}
        data={tag === '' ? [] : [...known]}
        maxDropdownHeight={150}
        maxLength={64}
        value={tag}
        error={wasTried && tag.trim() === '' ? 'Give the tag a name.' : undefined}
        onChange={setTag}
      />
      <DialogActions hint="It can be undone.">
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit">Add tag</Button>
      </DialogActions>
    </DialogForm>
  );
}
