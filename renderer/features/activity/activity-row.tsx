import { memo } from 'react';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import { Initials } from '../../components/initials.tsx';
import { useRefusal } from '../../components/refusal-context.ts';
import { formatDateTime, formatTimeOfDay } from '../../format/dates.ts';
import { describeEvent } from '../../format/describe-event.ts';
import { formatNote } from '../../format/format-note.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import classes from './activity-row.module.css';
import { findEventTarget, rolesToSee } from './event-target.ts';

interface ActivityRowProps {
  readonly connection: string;
  readonly event: RegistryEvent;
}

/** What happened, as a sentence that leads to the thing, with the words that were written with it. */
export const ActivityRow = memo(function ActivityRow({ connection, event }: ActivityRowProps) {
  const title = useLibrary((state) => findPrompt(state, connection, event.prompt ?? null)?.title);
  const { before, object, after, words, passage } = describeEvent(event, title);
  const refusal = useRefusal(rolesToSee(event));
  const target = refusal === null ? findEventTarget(connection, event) : null;
  return (
    <div className={classes.row}>
      <Initials name={event.actor.name} />
      <div className={classes.body}>
        <p className={classes.sentence}>
          <strong>{event.actor.name}</strong> {before}{' '}
          {target ? (
            <a className={classes.object} href={target.href} onClick={() => target.prepare?.()}>
              {object}
            </a>
          ) : (
            <span className={classes.thing} title={refusal ?? undefined}>
              {object}
            </span>
          )}
          {after}
        </p>
        {passage ? <p className={classes.passage}>“{passage}”</p> : null}
        {words ? <p className={classes.words}>{formatNote(words)}</p> : null}
      </div>
      <time className={classes.time} dateTime={event.at} title={formatDateTime(event.at)}>
        {formatTimeOfDay(event.at)}
      </time>
    </div>
  );
});
