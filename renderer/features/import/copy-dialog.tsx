import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { RefusableButton } from '../../components/refusable-button.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { findRefusal } from '../connections/permissions-store.ts';
import { useLibrary } from '../library/library-store.ts';
import { listSelected } from '../library/selection-store.ts';
import { useCurrentPlace, useNavigation } from '../shell/navigation-store.ts';
import { listCopyScopes } from './copy-scopes.ts';
import { ExportedStep } from './exported-step.tsx';
import { useExported } from './exported-store.ts';
import classes from './import.module.css';

/** Copies prompts to another registry, or moves them there: what would happen is shown first. */
export function CopyDialog() {
  const dialog = useNavigation((state) => state.dialog);
  const closeDialog = useNavigation((state) => state.closeDialog);
  const step = useExported((state) => state.step);
  const isMove = dialog === 'move';
  return (
    <Dialog
      title={isMove ? 'Move to another registry' : 'Copy to another registry'}
      size={step === 'review' ? 'wide' : 'medium'}
      opened={isMove || dialog === 'copy'}
      onClose={closeDialog}
    >
      <div className={classes.dialog} data-step={step === 'idle' ? 'choose' : step}>
        {step === 'idle' ? <ChooseCopy isMove={isMove} /> : <ExportedStep />}
      </div>
    </Dialog>
  );
}

function ChooseCopy({ isMove }: { readonly isMove: boolean }) {
  const source = useConnections(currentConnection);
  const connections = useConnections((state) => state.connections) ?? [];
  const prompts = useLibrary((state) => state.prompts[source?.id ?? '']) ?? [];
  const place = useCurrentPlace();
  const closeDialog = useNavigation((state) => state.closeDialog);
  const readConnection = useExported((state) => state.readConnection);
  const others = connections.filter(({ id }) => id !== source?.id);
  const isOfSelection = useNavigation((state) => state.dialogSubject === 'selection');
  const scopes = listCopyScopes(prompts, place?.prompt ?? null, isOfSelection ? listSelected() : []);
  const [targetId, setTarget] = useState(others[0]?.id ?? '');
  const [scopeId, setScope] = useState(scopes[0]?.id ?? '');
  const [history, setHistory] = useState<'with' | 'without'>('with');
  const target = others.find(({ id }) => id === targetId);
  const scope = scopes.find(({ id }) => id === scopeId);
  if (!source) return null;

  const look = () => {
    if (!target || !scope) return;
    void readConnection({
      from: source.name,
      source: source.id,
      target: target.id,
      names: scope.names,
      isMoved: isMove,
      onlyLatest: history === 'without',
    });
  };

  return (
    <>
      <NativeSelect
        label="Prompts"
        data-autofocus
        value={scopeId}
        onChange={(event) => setScope(event.currentTarget.value)}
        data={scopes.map(({ id, label }) => ({ value: id, label }))}
      />
      <NativeSelect
        label="To"
        value={targetId}
        onChange={(event) => setTarget(event.currentTarget.value)}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Segmented
        label="History"
        value={history}
        onChange={setHistory}
        options={[
          { value: 'with', label: 'All versions' },
          { value: 'without', label: 'The latest text alone' },
        ]}
      />
      <p className={classes.secondary}>
        {history === 'with'
          ? 'Every version is saved there as it is. A prompt that has other versions there is left as it is.'
          : 'It becomes a new prompt there, or the next version of one of the same name.'}
        {isMove ? ` What has arrived is archived in ${source.name}; applications still get it there.` : ''}
      </p>
      <DialogActions hint="What would happen is shown first.">
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <RefusableButton refusal={whyNot(target, scope)} onClick={look}>
          Look at it first
        </RefusableButton>
      </DialogActions>
    </>
  );
}

function whyNot(target: Connection | undefined, scope: object | undefined): string | null {
  if (!target) return 'Add another registry first.';
  if (!scope) return 'There is no prompt to copy.';
  if (target.status !== 'online') return `${target.name} cannot be reached now.`;
  return findRefusal('editor', target);
}
