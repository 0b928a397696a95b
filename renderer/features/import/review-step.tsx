import { Button } from '@mantine/core';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { Banner } from '../../components/banner.tsx';
import { DialogActions } from '../../components/dialog.tsx';
import { RefusableButton } from '../../components/refusable-button.tsx';
import { useRefusal } from '../../components/refusal-context.ts';
import { formatCount } from '../../format/counts.ts';
import { countKindsOf } from './describe-rows.ts';
import { ImportOptions } from './import-options.tsx';
import { useImport } from './import-store.ts';
import classes from './review-step.module.css';
import { RowPreview } from './row-preview.tsx';
import { RowTable } from './row-table.tsx';

/** What would be created and changed, to be looked at and corrected. */
export function ReviewStep() {
  const rows = useImport((state) => state.rows);
  const error = useImport((state) => state.error);
  const isChecking = useImport((state) => state.isChecking);
  const write = useImport((state) => state.write);
  const startOver = useImport((state) => state.startOver);
  const lookAgain = useImport((state) => state.lookAgain);
  const refusal = useRefusal('editor');
  const chosen = rows.filter(({ isChosen }) => isChosen);
  const counts = countKindsOf(chosen);
  const changed = counts['new-version'] + counts.older;
  const parts = [
    ...(counts.new > 0 ? [formatCount(counts.new, 'new prompt')] : []),
    ...(changed > 0 ? [formatCount(changed, 'new version')] : []),
  ];
  return (
    <>
      {error ? (
        <Banner
          tone="danger"
          title={`${describeError(error).title}.`}
          actions={
            <Button variant="default" onClick={() => void lookAgain()}>
              Try again
            </Button>
          }
        >
          {describeErrorInFull(error)}
        </Banner>
      ) : null}
      <div className={classes.review}>
        <ImportOptions />
        <RowTable />
        <RowPreview />
      </div>
      <DialogActions
        hint={
          <span role="status" className={classes.summary}>
            {isChecking
              ? 'Comparing with what is here…'
              : parts.length > 0
                ? `${parts.join(' and ')}. Nothing else is changed.`
                : 'There is nothing to import: choose a row, or another file.'}
          </span>
        }
      >
        <Button variant="default" onClick={startOver}>
          Start over
        </Button>
        <RefusableButton
          refusal={refusal}
          disabled={isChecking || chosen.length === 0}
          onClick={() => void write()}
        >
          Import {formatCount(chosen.length, 'prompt')}
        </RefusableButton>
      </DialogActions>
    </>
  );
}
