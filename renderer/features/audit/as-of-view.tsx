import { Select } from '@mantine/core';
import { IconArrowLeft, IconHistory } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { Callout } from '../../components/callout.tsx';
import { CommandButton } from '../../components/command-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { MomentField } from '../../components/moment-field.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { viewAddress } from '../../format/address.ts';
import { formatExactTime } from '../../format/dates.ts';
import { listPromptOptions } from '../../format/prompt-options.ts';
import type { Typography } from '../../theme/typography.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useLibrary } from '../library/library-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { type AsOfQuestion, readAsOf, writeAsOf } from './as-of-address.ts';
import classes from './as-of-view.module.css';
import { useAudit } from './audit-store.ts';
import { makeRecord } from './commands.ts';
import { describeAnswer } from './describe-answer.ts';
import { HowItCame } from './how-it-came.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { ServedText } from './served-text.tsx';

const noPrompts: never[] = [];
const nothingAsked: AsOfQuestion = { prompt: null, at: null };

/** “What was active on 3 March at 14:00?”: the text, since when, until when, and whose decision it was. */
export function AsOfView({ typography }: { readonly typography: Typography }) {
  const connection = useConnections((state) => state.currentId);
  const within = useNavigation((state) => state.within);
  const question = useMemo(() => readAsOf(within) ?? nothingAsked, [within]);
  const listed = useLibrary((state) => state.prompts[connection]) ?? noPrompts;
  const archived = useLibrary((state) => state.archived[connection]) ?? noPrompts;
  const options = useMemo(
    () => listPromptOptions(listed, archived, question.prompt),
    [listed, archived, question.prompt],
  );
  const change = (part: Partial<AsOfQuestion>) =>
    useNavigation.getState().openActivity(writeAsOf({ ...question, ...part }));
  return (
    <div className={classes.scroller}>
      <div className={classes.column}>
        <header className={classes.header}>
          <div>
            <a className={classes.back} href={viewAddress('activity')}>
              <IconArrowLeft size={14} aria-hidden /> Back to Activity
            </a>
            <h1>What was active on …</h1>
          </div>
          <CommandButton command={makeRecord} variant="default" disabled={question.prompt === null} />
        </header>
        <search className={classes.question} aria-label="The question">
          <Select
            label="Prompt"
            placeholder="Choose a prompt"
            data={options}
            value={question.prompt}
            searchable
            limit={60}
            nothingFoundMessage="No prompt has this name."
            className={`${classes.prompt}`}
            onChange={(prompt) => change({ prompt })}
          />
          <MomentField label="Date and time" value={question.at} onChange={(at) => change({ at })} />
        </search>
        <Answer connection={connection} question={question} typography={typography} />
      </div>
      <RecordDialog connection={connection} question={question} />
    </div>
  );
}

interface AnswerProps {
  readonly connection: string;
  readonly question: AsOfQuestion;
  readonly typography: Typography;
}

function Answer({ connection, question: { prompt, at }, typography }: AnswerProps) {
  const record = useAudit((state) => state.record);
  const error = useAudit((state) => state.error);
  const place = useMemo(() => (prompt === null ? null : { connection, prompt }), [connection, prompt]);
  useEffect(() => {
    if (place && at !== null) void useAudit.getState().ask(place, at);
  }, [place, at]);
  if (!place || at === null) {
    return (
      <EmptyState icon={<IconHistory size={22} aria-hidden />} title="Choose a prompt, a day and a time">
        You will see the text that applications got then, since when and until when, who wrote, approved and
        promoted it, and what it replaced.
      </EmptyState>
    );
  }
  if (error) {
    return (
      <ErrorNote title={describeError(error).title} onRetry={() => void useAudit.getState().ask(place, at)}>
        {describeErrorInFull(error)}
      </ErrorNote>
    );
  }
  if (!record) return <SkeletonLines count={8} label="The answer is being looked up" />;
  const { title, text } = describeAnswer(record, new Date().toISOString(), formatExactTime);
  const served = record.question.until > new Date().toISOString() ? undefined : record.intervals.at(-1);
  return (
    <>
      <Callout tone={served ? 'positive' : 'neutral'} title={title}>
        {text}
      </Callout>
      {served ? (
        <div className={classes.answer}>
          <ServedText
            key={served.promotion.id}
            place={place}
            version={served.promotion.candidate}
            typography={typography}
          />
          <HowItCame place={place} served={served} next={record.next} />
        </div>
      ) : null}
    </>
  );
}
