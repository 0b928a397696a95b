import { Button } from '@mantine/core';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { DialogActions } from '../../components/dialog.tsx';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { describeResult } from './describe-rows.ts';
import classes from './import.module.css';
import { useImport } from './import-store.ts';

const mostShown = 200;

/** What was imported, and what could not be. */
export function DoneStep() {
  const { connection, outcomes, writing, error, lookAgain, startOver } = useImport();
  const closeDialog = useNavigation((state) => state.closeDialog);
  const { title, message } = describeResult(writing, outcomes);
  const failed = writing.flatMap((row) => {
    const outcome = outcomes.get(row.index);
    return outcome && 'reason' in outcome ? [{ row, reason: outcome.reason }] : [];
  });
  const isWhole = failed.length === 0 && outcomes.size === writing.length;
  const isHere = useConnections(({ currentId }) => currentId === connection);
  const [only] = writing;
  const open =
    isWhole && isHere && only && writing.length === 1
      ? () => useNavigation.getState().openPrompt(only.name, 'edit')
      : null;
  const finish = () => {
    closeDialog();
    startOver();
  };
  return (
    <>
      <ErrorBanner error={error} />
      <p role="status" className={classes.sentence}>
        <strong>{title}.</strong> {message}
      </p>
      {failed.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        <ul className={classes.failures} aria-label="Not imported" tabIndex={0}>
          {failed.slice(0, mostShown).map(({ row, reason }) => (
            <li key={row.index}>
              <strong>{row.title}</strong> <span className={classes.secondary}>{reason}</span>
            </li>
          ))}
          {failed.length > mostShown ? <li>… and {failed.length - mostShown} more</li> : null}
        </ul>
      ) : null}
      <DialogActions>
        {isWhole ? (
          <Button variant="default" onClick={startOver}>
            Import more
          </Button>
        ) : (
          <Button variant="default" onClick={() => void lookAgain()}>
            Look at the rest
          </Button>
        )}
        <Button
          data-autofocus={open ? undefined : true}
          variant={open ? 'default' : 'filled'}
          onClick={finish}
        >
          Done
        </Button>
        {open ? (
          <Button
            data-autofocus
            onClick={() => {
              finish();
              open();
            }}
          >
            Open the prompt
          </Button>
        ) : null}
      </DialogActions>
    </>
  );
}
