import { Button } from '@mantine/core';
import { DialogActions } from '../../components/dialog.tsx';
import type { ColorScheme } from '../../monaco/typography.ts';
import type { Typography } from '../../theme/typography.ts';
import { useEditor } from '../editor/editor-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { chosenVariables, countUndecided, type MergeChoices } from './merge-choices.ts';
import classes from './merge-form.module.css';
import { MergeResult } from './merge-result.tsx';
import { begunOf, resultOf, useMerges } from './merge-store.ts';
import type { MergeSubject } from './merge-subject.ts';
import { MergedText } from './merged-text.tsx';
import { VariableConflicts } from './variable-conflicts.tsx';

interface MergeFormProps {
  readonly subject: MergeSubject;
  readonly typography: Typography;
  readonly colorScheme: ColorScheme;
}

/** What was merged and what is to be decided, beside the text that comes of it. */
export function MergeForm({ subject, typography, colorScheme }: MergeFormProps) {
  const { place, theirs, parts, variables } = subject;
  const choices = useMerges((state) => begunOf(state, subject).choices);
  const closeDialog = useNavigation((state) => state.closeDialog);
  const undecided = countUndecided(parts, variables.conflicts, choices);
  const author = theirs.author.name;
  const decide = (change: Partial<MergeChoices>) => useMerges.getState().decide(subject, change);

  const apply = () => {
    if (undecided > 0) return;
    closeDialog();
    useEditor.getState().finishMerge(place, theirs, {
      content: resultOf(useMerges.getState(), subject),
      variables: chosenVariables(variables, choices),
    });
    void useMerges.getState().finish(subject);
  };
  return (
    <>
      <p className={classes.introduction}>{describeBase(subject)} Nothing is saved before you save it.</p>
      <div className={classes.columns}>
        <div className={classes.column}>
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
            onChange={decide}
          />
          <VariableConflicts
            conflicts={variables.conflicts}
            choices={choices}
            author={author}
            onChange={decide}
          />
        </div>
        <MergeResult subject={subject} typography={typography} colorScheme={colorScheme} />
      </div>
      <DialogActions staysInSight hint={<span role="status">{describeUndecided(undecided)}</span>}>
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
