import { Button, Progress } from '@mantine/core';
import { DialogActions } from '../../components/dialog.tsx';
import { formatCount } from '../../format/counts.ts';
import classes from './import.module.css';
import { useImport } from './import-store.ts';

/** What is going on while there is nothing to decide. */
export function ProgressStep() {
  const step = useImport((state) => state.step);
  const progress = useImport((state) => state.progress);
  const stop = useImport((state) => state.stop);
  const isWriting = step === 'writing';
  const { done, total } = progress ?? { done: 0, total: 0 };
  return (
    <>
      <p role="status" className={classes.sentence}>
        {isWriting
          ? `${done.toLocaleString()} of ${formatCount(total, 'prompt')} imported`
          : 'Reading, and comparing with what is here…'}
      </p>
      <Progress
        value={total > 0 ? (done / total) * 100 : 0}
        aria-label={isWriting ? 'Importing' : 'Reading'}
        transitionDuration={150}
      />
      <p className={classes.secondary}>
        {isWriting
          ? 'You may close this window: it goes on, and tells you when it is done.'
          : 'Nothing is changed yet.'}
      </p>
      <DialogActions hint={isWriting ? 'What was imported stays when you stop.' : undefined}>
        <Button variant="default" onClick={stop}>
          {isWriting ? 'Stop' : 'Cancel'}
        </Button>
      </DialogActions>
    </>
  );
}
