import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TestInput } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { useCall } from '../../bridge/use-call.ts';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
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
  const { isRunning, error, run } = useCall();
  const title = typed.trim();
  const isTaken = title !== before && titles.includes(title);

  const submit = () => {
    if (title === '' || isTaken) return;
    const keep = () =>
      question.kind === 'rename'
        ? renameValueSet(place, question.set, title)
        : saveValueSet(place, title, variables);
    void run<unknown>(keep, onClose);
  };
  return (
    <DialogForm onSubmit={submit}>
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
      <ErrorBanner error={error} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={isRunning} disabled={title === '' || isTaken}>
          {question.kind === 'rename' ? 'Rename' : 'Save values'}
        </Button>
      </DialogActions>
    </DialogForm>
  );
}
