import { VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { formatClock } from '../../format/dates.ts';
import { explainVersions, nameVersions } from '../../format/explain-versions.ts';
import { useLink } from '../connections/app-link-store.ts';
import { currentConnection, placeKey, useConnections } from '../connections/connections-store.ts';
import { type DraftStatus, isChanged, useEditor } from '../editor/editor-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { savesIn, useOutbox } from '../outbox/outbox-store.ts';
import { useCurrentPlace, useNavigation } from './navigation-store.ts';
import classes from './status-line.module.css';

/** The line at the bottom: which registry, whether all is kept, which versions, how long the text is. */
export function StatusLine() {
  const place = useCurrentPlace();
  const key = place ? placeKey(place) : '';
  const connection = useConnections(currentConnection);
  const isLinked = useLink((state) => state.status === 'open');
  const document = useEditor(
    useShallow((state) => {
      const { waiting, draftStatus, draftSavedAt } = state.documents[key] ?? {};
      return draftStatus && { isWaiting: waiting != null, draftStatus, draftSavedAt };
    }),
  );
  const draftStatus = useSteady(document?.draftStatus ?? 'none');
  const hasUnsaved = useEditor((state) => isChanged(state, key));
  const prompt = useLibrary((state) => findPrompt(state, connection?.id ?? '', place?.prompt ?? null));
  const isOffline =
    !isLinked || (connection !== null && !['connecting', 'online'].includes(connection.status));

  const draftWords = {
    none: 'Saved',
    pending: 'Draft…',
    kept: 'Draft saved',
    failed: 'Draft not written yet',
  };
  const waiting = useOutbox((state) => savesIn(state, connection?.id ?? '').length);
  const isSaved = document && !document.isWaiting ? 'Saved' : null;
  // Without the app, nothing is on its way to the disk.
  const isStuck = !isLinked && draftStatus === 'pending';
  const saved = document && hasUnsaved ? draftWords[isStuck ? 'failed' : draftStatus] : isSaved;
  const [announced] = useDebouncedValue(announce(isOffline, saved, waiting), 1_500);

  return (
    <footer className={classes.line}>
      <span>{connection?.name ?? 'Connecting…'}</span>
      {isOffline ? <span className={classes.warning}>Offline</span> : null}
      {waiting > 0 ? (
        <button
          type="button"
          className={classes.waiting}
          title="Show what waits to be sent"
          onClick={() => useNavigation.getState().openDialog('outbox')}
        >
          Waiting to send ({waiting})
        </button>
      ) : null}
      {saved ? (
        <span
          className={draftStatus === 'failed' ? classes.warning : undefined}
          title={
            document?.draftSavedAt ? `Draft written at ${formatClock(document.draftSavedAt)}` : undefined
          }
        >
          {saved}
        </span>
      ) : null}
      <span className={classes.spacer} />
      {prompt ? <span title={explainVersions(prompt)}>{nameVersions(prompt)}</span> : null}
      <VisuallyHidden role="status">{announced}</VisuallyHidden>
    </footer>
  );
}

/** How long a draft has to be on the disk before that is said, in milliseconds: while it is typed, it is so again and again. */
const steady = 400;

/** The state of a draft, without a flicker between two strokes. */
function useSteady(status: DraftStatus): DraftStatus {
  const [isKept, setKept] = useState(status === 'kept');
  useEffect(() => {
    if (status !== 'kept') return setKept(false);
    const timer = setTimeout(() => setKept(true), steady);
    return () => clearTimeout(timer);
  }, [status]);
  return status === 'kept' && !isKept ? 'pending' : status;
}

/** What a screen reader hears once typing pauses; the words on the line itself change too often. */
function announce(isOffline: boolean, saved: string | null, waiting: number): string {
  const saves = waiting === 1 ? '1 save waits to be sent. ' : `${waiting} saves wait to be sent. `;
  const link = (isOffline ? 'The registry cannot be reached. ' : '') + (waiting > 0 ? saves : '');
  if (saved === null) return link;
  const kept = { Saved: 'No unsaved text.', 'Draft saved': 'Your text is kept.', 'Draft…': '' }[saved];
  return link + (kept ?? 'Your text could not be written to the disk yet.');
}
