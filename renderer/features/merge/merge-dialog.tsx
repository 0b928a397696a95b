import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { Version } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { mergeTexts } from '#core/domain/merge/merge-texts.ts';
import { mergeVariables } from '#core/domain/merge/merge-variables.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from '../editor/editor-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { mergeBase } from './merge-base.ts';
import { chosenVariables, countUndecided, mergedText } from './merge-choices.ts';
import classes from './merge-dialog.module.css';
import { choicesOf, type MergeSubject, useMerges } from './merge-store.ts';
import { MergedText } from './merged-text.tsx';
import { VariableConflicts } from './variable-conflicts.tsx';

interface MergeDialogProps {
  readonly place: PromptPlace;
  readonly typography: Typography;
}

/** Brings together what the user wrote and what somebody saved meanwhile. */
export function MergeDialog({ place, typography }: MergeDialogProps) {
  const opened = useNavigation((state) => state.dialog === 'merge');
  const closeDialog = useNavigation((state) => state.closeDialog);
  return (
    <Dialog title="Merge both texts" size="wide" opened={opened} onClose={closeDialog}>
      <MergeLoader place={place} typography={typography} />
    </Dialog>
  );
}

/** Reads the three texts once: what is decided here is about them, whatever is saved meanwhile. */
function MergeLoader({ place, typography }: MergeDialogProps) {
  const [subject, setSubject] = useState<MergeSubject | null>(null);
  const [error, setError] = useState<BridgeError | null>(null);
  useEffect(() => {
    const document = useEditor.getState().documents[placeKey(place)];
    const theirs = document?.conflict?.theirs ?? document?.newer;
    if (!document || !theirs) return useNavigation.getState().closeDialog();
    const { content, variables } = document;
    const begin = (version: Version) => {
      const base = mergeBase(document, version);
      setSubject({ place, base, mine: { content, variables }, theirs: version });
    };
    useVersions
      .getState()
      .read(place, theirs.version)
      .then(begin, (thrown: unknown) => setError(toBridgeError(thrown)));
  }, [place]);
  if (error) {
    return <ErrorNote title={`${describeError(error).title}.`}>{describeErrorInFull(error)}</ErrorNote>;
  }
  if (!subject) return <SkeletonLines count={6} label="The texts are being loaded" />;
  return <MergeForm subject={subject} typography={typography} />;
}

function MergeForm({
  subject,
  typography,
}: {
  readonly subject: MergeSubject;
  readonly typography: Typography;
}) {
  const { place, base, mine, theirs } = subject;
  const choices = useMerges((state) => choicesOf(state, subject));
  const closeDialog = useNavigation((state) => state.closeDialog);
  const parts = useMemo(
    () => mergeTexts(base.content, mine.content, theirs.content),
    [base.content, mine.content, theirs.content],
  );
  const merged = useMemo(
    () => mergeVariables(base.variables, mine.variables, theirs.variables),
    [base.variables, mine.variables, theirs.variables],
  );
  const undecided = countUndecided(parts, merged.conflicts, choices);
  const author = theirs.author.name;

  const apply = () => {
    if (undecided > 0) return;
    closeDialog();
    useEditor.getState().finishMerge(place, theirs, {
      content: mergedText(parts, choices),
      variables: chosenVariables(merged, choices),
    });
  };
  return (
    <>
      <p className={classes.introduction}>{describeBase(subject)} Nothing is saved before you save it.</p>
      <p className={classes.legend}>
        <ins className={classes.mine}>Added by you</ins>
        <ins className={classes.theirs}>Added by {author}</ins>
        <del className={classes.removed}>Taken out</del>
        <span className={classes.hint}>Press a marked change to leave it out.</span>
      </p>
      <MergedText
        parts={parts}
        choices={choices}
        author={author}
        typography={typography}
        onChange={(change) => useMerges.getState().change(subject, change)}
      />
      <VariableConflicts
        conflicts={merged.conflicts}
        choices={choices}
        author={author}
        onChange={(change) => useMerges.getState().change(subject, change)}
      />
      <DialogActions hint={<span role="status">{describeUndecided(undecided)}</span>}>
        <Button variant="default" onClick={closeDialog}>
          Later
        </Button>
        <Button
          aria-disabled={undecided > 0}
          {...(undecided > 0 ? { 'data-disabled': true } : {})}
          onClick={apply}
        >
          Use the merged text
        </Button>
      </DialogActions>
    </>
  );
}

function describeBase({ base, theirs }: MergeSubject): string {
  const author = theirs.author.name;
  if (!base.isLost) {
    return `You and ${author} both began from v${base.version}. What fits together is merged and marked.`;
  }
  const isLost = `v${base.version}, which you began from, is not in the registry any more.`;
  return base.isGuessed
    ? `${isLost} Your text and v${theirs.version} by ${author} are put together so that nothing of either is left out.`
    : `${isLost} Your text is merged with v${theirs.version} by ${author}: what fits together is marked.`;
}

function describeUndecided(count: number): string {
  if (count === 0) return 'Everything is decided.';
  return count === 1 ? '1 place waits for your decision.' : `${count} places wait for your decision.`;
}
