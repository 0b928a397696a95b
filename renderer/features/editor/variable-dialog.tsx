import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { Banner } from '../../components/banner.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { useLastGiven } from '../../components/use-held.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { useEditor } from './editor-store.ts';
import { useVariableForm } from './use-variable-form.ts';
import classes from './variable-dialog.module.css';
import {
  findVariableFaults,
  toDeclaration,
  type VariableFaults,
  type VariableForm,
  type VariableKind,
} from './variable-form.ts';

/** What the dialog is about: a declared variable, or one that is to be declared. */
export interface VariableSubject {
  readonly variable: VariableDeclaration;
  /** True where it is declared. */
  readonly isDeclared: boolean;
}

interface VariableDialogProps {
  readonly place: PromptPlace;
  readonly subject: VariableSubject | null;
  readonly onClose: () => void;
}

const kinds: readonly { readonly value: VariableKind; readonly label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'long-text', label: 'Long text' },
  { value: 'number', label: 'Number' },
  { value: 'boolean', label: 'Yes or no' },
  { value: 'choice', label: 'Choice' },
];

/** Describes a variable: its name, its kind, and what helps whoever fills it in. */
export function VariableDialog({ place, subject, onClose }: VariableDialogProps) {
  const shown = useLastGiven(subject);
  return (
    <Dialog
      title={shown?.variable.name === '' ? 'New variable' : 'Edit variable'}
      size="medium"
      opened={subject !== null}
      onClose={onClose}
    >
      {shown ? <VariableFields place={place} subject={shown} onClose={onClose} /> : null}
    </Dialog>
  );
}

function VariableFields({ place, subject, onClose }: VariableDialogProps & { subject: VariableSubject }) {
  const { variable, isDeclared } = subject;
  const document = useEditor((state) => state.documents[placeKey(place)]);
  const { form, wasTyped, change, settle } = useVariableForm(place, variable);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [wasTried, setTried] = useState(false);
  if (!document) return null;
  const isNew = !isDeclared && variable.name === '';
  const close = () => {
    settle();
    onClose();
  };
  const found = findVariableFaults(form, document, isNew ? null : variable.name, navigator.language);
  // Nobody is told off for what they have not typed yet.
  const faults = wasTried ? found : withoutEmpty(found, form);

  const submit = () => {
    setTried(true);
    if (Object.values(found).some(Boolean)) return;
    const refused = keep(place, variable, toDeclaration(form, navigator.language));
    if (refused) setRefusal(refused);
    else close();
  };

  return (
    <DialogForm onSubmit={submit}>
      {wasTyped ? (
        <Banner tone="neutral">What you typed here before is still here. “Cancel” drops it.</Banner>
      ) : null}
      <div className={classes.row}>
        <TextInput
          label="Name"
          data-autofocus
          spellCheck={false}
          value={form.name}
          error={faults.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label="Kind"
          data={[...kinds]}
          value={form.kind}
          onChange={(event) => change({ kind: event.currentTarget.value as VariableKind })}
        />
      </div>
      {form.kind === 'choice' ? (
        <GrowingTextarea
          label="Choices"
          description="One in each line."
          minRows={3}
          maxRows={8}
          value={form.choices}
          error={faults.choices}
          onChange={(event) => change({ choices: event.currentTarget.value })}
        />
      ) : null}
      <Checkbox
        label="Required"
        description="The application has to send a value, unless there is a default."
        checked={form.required}
        onChange={(event) => change({ required: event.currentTarget.checked })}
      />
      <DefaultField form={form} fault={faults.default} onChange={(text) => change({ default: text })} />
      <GrowingTextarea
        label="Description"
        placeholder="What it is, for whoever fills it in"
        minRows={1}
        maxRows={5}
        maxLength={2_000}
        value={form.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <GrowingTextarea
        label="Example"
        minRows={1}
        maxRows={6}
        maxLength={10_000}
        value={form.example}
        error={faults.example}
        onChange={(event) => change({ example: event.currentTarget.value })}
      />
      {refusal ? (
        <Banner tone="danger" title="Not changed.">
          {refusal}
        </Banner>
      ) : null}
      <DialogActions
        hint={
          isDeclared ? (
            <Button variant="subtle" px={8} onClick={() => remove(place, variable, close)}>
              Remove variable
            </Button>
          ) : null
        }
      >
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit">{isNew ? 'Add variable' : 'Done'}</Button>
      </DialogActions>
    </DialogForm>
  );
}

function withoutEmpty(faults: VariableFaults, form: VariableForm): VariableFaults {
  const typed = Object.entries(faults).filter(([field]) => form[field as keyof VariableForm] !== '');
  return Object.fromEntries(typed);
}

interface DefaultFieldProps {
  readonly form: VariableForm;
  readonly fault: string | undefined;
  readonly onChange: (text: string) => void;
}

function DefaultField({ form, fault, onChange }: DefaultFieldProps) {
  const shared = { label: 'Default', error: fault };
  if (form.kind === 'boolean') {
    const data = [
      { value: '', label: 'None' },
      { value: 'true', label: 'yes' },
      { value: 'false', label: 'no' },
    ];
    return (
      <NativeSelect
        {...shared}
        data={data}
        value={form.default}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <GrowingTextarea
      {...shared}
      placeholder="Used where no value is given"
      minRows={form.kind === 'long-text' ? 3 : 1}
      maxRows={8}
      value={form.default}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** @returns why it cannot be, in words, or `null` */
function keep(place: PromptPlace, variable: VariableDeclaration, next: VariableDeclaration): string | null {
  const { renameVariable, declareVariable } = useEditor.getState();
  const isRenamed = variable.name !== '' && variable.name !== next.name;
  return isRenamed ? renameVariable(place, variable.name, next.name, next) : declareVariable(place, next);
}

/** Takes the description away; the text keeps its words. */
function remove(place: PromptPlace, variable: VariableDeclaration, onClose: () => void): void {
  const putBack = useEditor.getState().removeDeclaration(place, variable.name);
  onClose();
  useNotices.getState().show({
    tone: 'neutral',
    title: `${variable.name} is not described any more`,
    message: 'The text is as it was.',
    action: { label: 'Undo', run: putBack },
  });
}
