import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { EarlierDraft, EarlierText } from '#core/contract/earlier-draft-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { RefusableButton } from '../../components/refusable-button.tsx';
import { useRefusal } from '../../components/refusal-context.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { bringBack } from './bring-back.ts';
import { EarlierDraftList } from './earlier-draft-list.tsx';
import { EarlierDraftReader } from './earlier-draft-reader.tsx';
import classes from './earlier-drafts.module.css';
import { useEditor } from './editor-store.ts';

interface EarlierDraftsDialogProps {
  readonly place: PromptPlace;
  readonly typography: Typography;
}

/** What the draft of a prompt was before: to be read, and to be brought back. */
export function EarlierDraftsDialog(props: EarlierDraftsDialogProps) {
  const opened = useNavigation((state) => state.dialog === 'earlier-drafts');
  const closeDialog = useNavigation((state) => state.closeDialog);
  return (
    <Dialog title="Earlier drafts" size="wide" opened={opened} onClose={closeDialog}>
      <EarlierDrafts {...props} />
    </Dialog>
  );
}

function EarlierDrafts({ place, typography }: EarlierDraftsDialogProps) {
  const [drafts, setDrafts] = useState<readonly EarlierDraft[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState<EarlierText | null>(null);
  const [error, setError] = useState<BridgeError | null>(null);
  const closeDialog = useNavigation((state) => state.closeDialog);
  const refusal = useRefusal('editor');
  const current = useEditor((state) => state.documents[placeKey(place)]?.content ?? '');
  const fail = useCallback((thrown: unknown) => setError(toBridgeError(thrown)), []);

  useEffect(() => {
    unwrap(bridge.drafts.listEarlier(place)).then((found) => {
      setDrafts(found);
      setChosen(found[0]?.id ?? null);
    }, fail);
  }, [place, fail]);
  useEffect(() => {
    if (chosen === null) return;
    let isOver = false;
    unwrap(bridge.drafts.getEarlier({ ...place, id: chosen })).then((found) => {
      if (!isOver) setText(found);
    }, fail);
    return () => {
      isOver = true;
    };
  }, [place, chosen, fail]);
  const isSame = useMemo(() => text?.content === current, [text, current]);

  if (error) {
    return <ErrorNote title={describeError(error).title}>{describeErrorInFull(error)}</ErrorNote>;
  }
  if (!drafts) return <SkeletonLines count={6} label="The earlier drafts are being loaded" />;
  if (drafts.length === 0) {
    return (
      <EmptyState title="No earlier drafts yet">
        While you write, what the text was a minute ago is kept here, and whatever you discard.
      </EmptyState>
    );
  }
  return (
    <>
      <div className={classes.columns}>
        <EarlierDraftList drafts={drafts} chosen={chosen} onChoose={setChosen} />
        <EarlierDraftReader text={text} current={current} typography={typography} />
      </div>
      <DialogActions hint="What is in the editor now is kept here, too.">
        <Button variant="default" onClick={closeDialog}>
          Close
        </Button>
        <RefusableButton
          refusal={refusal}
          disabled={!text || isSame}
          onClick={() => {
            if (!text) return;
            closeDialog();
            useNavigation.getState().openTab('edit');
            void bringBack(place, text);
          }}
        >
          Bring back
        </RefusableButton>
      </DialogActions>
    </>
  );
}
