import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { useValueAtOpening } from '../../components/use-held.ts';
import { isProposed } from '../../format/restored-note.ts';
import { placeKey } from '../connections/connections-store.ts';
import { savesOf, useOutbox } from '../outbox/outbox-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useEditor } from './editor-store.ts';
import type { PromptDocument } from './prompt-document.ts';
import { isSaveDialogShown, tellSave } from './tell-save.ts';

interface SaveDialogProps {
  readonly place: PromptPlace;
}

/** Asks for a note and saves the text as a new version. */
export function SaveDialog({ place }: SaveDialogProps) {
  const opened = useNavigation((state) => state.dialog === 'save-version');
  const closeDialog = useNavigation((state) => state.closeDialog);
  const waiting = useOutbox((state) => savesOf(state, place).length);
  const base = useEditor((state) => newestKnown(state.documents[placeKey(place)], waiting));
  const baseAtOpening = useValueAtOpening(base, opened);
  return (
    <Dialog
      title={`Save version ${(baseAtOpening ?? 0) + 1}`}
      opened={opened && base !== null}
      onClose={closeDialog}
    >
      <SaveForm place={place} />
    </Dialog>
  );
}

/** The version that the next one will follow. */
function newestKnown(document: PromptDocument | undefined, waiting: number): number | null {
  return document ? (document.newer ?? document.base).version + waiting : null;
}

function SaveForm({ place }: SaveDialogProps) {
  const closeDialog = useNavigation((state) => state.closeDialog);
  const document = useEditor((state) => state.documents[placeKey(place)]);
  const { setNote, save } = useEditor.getState();
  const [error, setError] = useState<BridgeError | null>(null);
  const hasBegun = useRef(false);
  if (!document) return null;

  const submit = async () => {
    if (document.isSaving) return;
    setError(null);
    const outcome = await save(place);
    const isShown = isSaveDialogShown(place);
    if (isShown && outcome.kind === 'failed') return setError(outcome.error);
    tellSave(place, outcome, isShown);
  };

  return (
    <>
      <GrowingTextarea
        label="Note"
        description="What changed, and why. It may be empty."
        data-autofocus
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        value={document.note}
        onFocus={({ currentTarget: field }) => {
          // Whoever comes back from another window goes on where the caret was.
          if (hasBegun.current) return;
          hasBegun.current = true;
          // A proposal makes way for what is typed; words of one's own go on.
          field.setSelectionRange(isProposed(document.note) ? 0 : field.value.length, field.value.length);
        }}
        onChange={(event) => setNote(place, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void submit();
        }}
      />
      <ErrorBanner error={error} />
      <DialogActions hint="Enter saves">
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button loading={document.isSaving} onClick={() => void submit()}>
          Save version
        </Button>
      </DialogActions>
    </>
  );
}
