import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { ChainVerdict } from '#core/contract/event-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { Callout } from '../../components/callout.tsx';
import { CopyTextButton } from '../../components/copy-text-button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { formatCount } from '../../format/counts.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { CompareFingerprint } from './compare-fingerprint.tsx';
import { writeFingerprint } from './fingerprint.ts';
import classes from './verify-dialog.module.css';

/** Walks the log, and says what was found in words that need no knowledge of hashes. */
export function VerifyDialog() {
  const opened = useNavigation((state) => state.dialog === 'verify-log');
  const closeDialog = useNavigation((state) => state.closeDialog);
  const connection = useConnections((state) => state.currentId);
  const [verdict, setVerdict] = useState<ChainVerdict | null>(null);
  const [error, setError] = useState<BridgeError | null>(null);
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round walks the log again
  useEffect(() => {
    if (!opened) return;
    let isCurrent = true;
    setVerdict(null);
    setError(null);
    unwrap(bridge.events.verify({ connection })).then(
      (found) => isCurrent && setVerdict(found),
      (thrown: unknown) => isCurrent && setError(toBridgeError(thrown)),
    );
    return () => {
      isCurrent = false;
    };
  }, [opened, connection, round]);

  return (
    <Dialog title="Verify the log" opened={opened} onClose={closeDialog} size="medium">
      {error ? (
        <ErrorNote title={describeError(error).title} onRetry={() => setRound(round + 1)}>
          {describeErrorInFull(error)}
        </ErrorNote>
      ) : verdict ? (
        <Verdict connection={connection} verdict={verdict} />
      ) : (
        <>
          <p role="status">Every entry is being checked, from the first one on…</p>
          <Progress value={100} animated aria-label="Verifying" />
        </>
      )}
      <DialogActions>
        <Button variant="default" disabled={!verdict} onClick={() => setRound(round + 1)}>
          Verify again
        </Button>
        <Button data-autofocus onClick={closeDialog}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface VerdictProps {
  readonly connection: string;
  readonly verdict: ChainVerdict;
}

function Verdict({ connection, verdict }: VerdictProps) {
  const { valid, count, head } = verdict;
  if (!valid) return <Broken verdict={verdict} />;
  if (count === 0) return <p role="status">The log is empty: nothing has happened in this registry yet.</p>;
  const fingerprint = writeFingerprint({ seq: count, hash: head });
  return (
    <>
      <Callout
        tone="positive"
        title={`All ${formatCount(count, 'entry is', 'entries are')} unchanged since they were written.`}
      >
        None was edited, removed, put in or moved. Each entry carries the fingerprint of the one before, so a
        change anywhere would show in all that follow.
      </Callout>
      <section className={classes.part} aria-labelledby="fingerprint-now">
        <h2 id="fingerprint-now">Fingerprint of the log today</h2>
        <p className={classes.help}>
          Keep it somewhere else, for example in a release’s ticket or an e-mail. With it you can show later
          that nobody wrote the whole log anew.
        </p>
        <div className={classes.fingerprint}>
          <code>{fingerprint}</code>
          <CopyTextButton text={fingerprint} label="Copy the fingerprint" />
        </div>
      </section>
      <CompareFingerprint connection={connection} />
    </>
  );
}

function Broken({ verdict: { count, seq, reason } }: { readonly verdict: ChainVerdict }) {
  const first = seq ?? count + 1;
  return (
    <>
      <Callout
        tone="danger"
        title={`The log was changed: entry ${first.toLocaleString()} is the first fault.`}
      >
        {reason ? `${sayEntries(reason)} ` : ''}
        {count === 0
          ? 'No entry can be relied on.'
          : `The ${formatCount(count, 'entry', 'entries')} before it ${count === 1 ? 'is' : 'are'} unchanged and can be relied on.`}
      </Callout>
      <section className={classes.part} aria-labelledby="what-it-means">
        <h2 id="what-it-means">What this means, and what to do</h2>
        <p>
          Somebody, or a fault of the disk, changed the store behind the registry’s back. From entry{' '}
          {first.toLocaleString()} on, the log proves nothing. What applications receive is not affected by
          this.
        </p>
        <ol className={classes.steps}>
          <li>Leave the registry’s store as it is: it is evidence.</li>
          <li>Tell whoever runs the registry, with the number of the entry.</li>
          <li>Let them put the last backup that verifies beside it, and compare from that entry on.</li>
        </ol>
      </section>
    </>
  );
}

/** The registry speaks of events, the screen of entries. */
function sayEntries(reason: string): string {
  return reason.replaceAll('Event', 'Entry').replaceAll('event', 'entry');
}
