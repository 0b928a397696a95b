import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { TestInput } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { Banner } from '../../components/banner.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useLastGiven } from '../../components/use-held.ts';
import { renameValueSet, saveValueSet } from './value-sets.ts';

/** What a name is asked for: a new value set, or one that there is. */
export type ValueSetQuestion =
  | { readonly kind: 'save' }
  | { readonly kind: 'rename'; readonly set: TestInput };

interface ValueSetDialogProps {
  readonly place: PromptPlace;
  readonly variables: readonly VariableDeclaration[];
  /** The names that are taken. */
  readonly titles: readonly string[];
  readonly question: ValueSetQuestion | null;
  readonly onClose: () => void;
}

/** Asks for the name of a value set. */
export function ValueSetDialog({ question, onClose, ...others }: ValueSetDialogProps) {
  const shown = useLastGiven(question);
  return (
    <Dialog
      title={shown?.kind === 'rename' ? 'Rename values' : 'Save these values'}
      opened={question !== null}
      onClose={onClose}
    >
      {shown ? <NameForm {...others} question={shown} onClose={onClose} /> : null}
    </Dialog>
  );
}

type NameFormProps = ValueSetDialogProps & { readonly question: ValueSetQuestion };

function NameForm({ place, variables, titles, question, onClose }: NameFormProps) {
  const before = question.kind === 'rename' ? question.set.title : '';
  const [typed, setTyped] = useState(before);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<BridgeError | null>(null);
  const title = typed.trim();
  const isTaken = title !== before && titles.includes(title);

  const submit = async () => {
    if (title === '' || isTaken || isBusy) return;
    setBusy(true);
    try {
      if (question.kind === 'rename') await renameValueSet(place, question.set, title);
      else await saveValueSet(place, title, variables);
      onClose();
    } catch (thrown) {
      setError(toBridgeError(thrown));
      setBusy(false);
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
        label="Name"
        description="Kept with the prompt, for everybody: the values are one of its test inputs."
        placeholder="German, premium"
        data-autofocus
        maxLength={200}
        value={typed}
        error={isTaken ? 'There are values of this name already.' : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {error ? (
        <Banner tone="danger" title={`${describeError(error).title}.`}>
          {describeErrorInFull(error)}
        </Banner>
      ) : null}
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={isBusy} disabled={title === '' || isTaken}>
          {question.kind === 'rename' ? 'Rename' : 'Save values'}
        </Button>
      </DialogActions>
    </form>
  );
}
