import { Button, Checkbox } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { AuditQuestion } from '#core/contract/audit-shapes.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { Callout } from '../../components/callout.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { MomentField } from '../../components/moment-field.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useNavigation } from '../shell/navigation-store.ts';
import type { AsOfQuestion } from './as-of-address.ts';
import classes from './record-dialog.module.css';
import { useRecord } from './record-store.ts';

interface RecordDialogProps {
  readonly connection: string;
  readonly question: AsOfQuestion;
}

/** Makes one page that answers the question without the app, shows it, and saves or prints it. */
export function RecordDialog({ connection, question: { prompt, at } }: RecordDialogProps) {
  const opened = useNavigation((state) => state.dialog === 'audit-record') && prompt !== null;
  const closeDialog = useNavigation((state) => state.closeDialog);
  const { page, isMaking, error, make, save, forget } = useRecord();
  const [span, setSpan] = useState<'moment' | 'period'>('moment');
  const [moment, setMoment] = useState<string | null>(null);
  const [since, setSince] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (!opened) return;
    const now = new Date().toISOString();
    const monthAgo = new Date();
    monthAgo.setMonth(monthAgo.getMonth() - 1);
    setMoment(at ?? now);
    setUntil((before) => before ?? now);
    setSince((before) => before ?? monthAgo.toISOString());
    return forget;
  }, [opened, at, forget]);

  const asked = readQuestion(
    span,
    span === 'moment' ? moment : since,
    span === 'moment' ? moment : until,
    isWhole,
  );
  const fault = span === 'period' && since !== null && until !== null && since > until;
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      forget();
    };
  return (
    <Dialog title="Save or print the record" opened={opened} onClose={closeDialog} size="wide">
      <p className={classes.help}>
        One page that answers the question without this app: the texts, who wrote, reviewed and promoted them
        with their words, and the entries of the log with which anybody can check that nothing was changed.
      </p>
      <div className={classes.question}>
        <Segmented
          label="What it is about"
          value={span}
          onChange={change(setSpan)}
          options={[
            { value: 'moment', label: 'A moment' },
            { value: 'period', label: 'A stretch of time' },
          ]}
        />
        {span === 'moment' ? (
          <MomentField label="Date and time" value={moment} onChange={change(setMoment)} />
        ) : (
          <>
            <MomentField label="From" value={since} onChange={change(setSince)} />
            <MomentField label="Until" value={until} onChange={change(setUntil)} />
          </>
        )}
      </div>
      <Checkbox
        label="With the whole log"
        description="The chain can then be followed from the first entry to the last without the registry. The page also shows entries about other prompts."
        checked={isWhole}
        onChange={(event) => change(setWhole)(event.currentTarget.checked)}
      />
      {fault ? <Callout tone="warning" title="The end is before the beginning." /> : null}
      {error ? (
        <Callout tone="danger" title={`${describeError(error).title}.`}>
          {error.code === 'invalid-request' && isWhole
            ? 'The log is too long to be put on one page. Make the record without the whole log, or export the log as a table.'
            : describeErrorInFull(error)}
        </Callout>
      ) : null}
      {isMaking ? <SkeletonLines count={6} label="The record is being made" /> : null}
      {page === null ? null : (
        <iframe
          ref={frame}
          title="The record"
          className={classes.page}
          // It is printed from here; nothing in it runs.
          sandbox="allow-same-origin allow-modals"
          srcDoc={page}
        />
      )}
      <DialogActions>
        <Button variant="default" onClick={closeDialog}>
          Close
        </Button>
        {page === null ? (
          <Button
            loading={isMaking}
            disabled={!asked || fault}
            onClick={() => prompt !== null && asked && void make({ connection, prompt }, asked)}
          >
            Make the record
          </Button>
        ) : (
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={15} aria-hidden />}
              onClick={() => frame.current?.contentWindow?.print()}
            >
              Print
            </Button>
            <Button leftSection={<IconDownload size={15} aria-hidden />} onClick={save}>
              Save as a file
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}

function readQuestion(
  span: 'moment' | 'period',
  since: string | null,
  until: string | null,
  isWhole: boolean,
): AuditQuestion | null {
  if (since === null || until === null) return null;
  const proof = isWhole ? 'whole-log' : 'entries';
  return { since, until: span === 'moment' ? since : until, proof };
}
