import { IconActivity } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Initials } from '../../components/initials.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { promptAddress } from '../../format/address.ts';
import { useConnections } from '../connections/connections-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { useActivity } from './activity-store.ts';
import classes from './activity-view.module.css';
import { describeEvent } from './describe-event.ts';

/** What happened in the registry, newest first, as it happens. */
export function ActivityView() {
  const connection = useConnections((state) => state.currentId);
  const events = useActivity((state) => state.events[connection]);
  const error = useActivity((state) => state.errors[connection]);
  const load = useActivity((state) => state.load);
  useEffect(() => void load(connection), [load, connection]);
  return (
    <Page title="Activity" subtitle="Everything that changed in this registry, newest first.">
      {!events ? (
        error ? (
          <ErrorNote title={describeError(error).title} onRetry={() => void load(connection)}>
            {describeErrorInFull(error)}
          </ErrorNote>
        ) : (
          <SkeletonLines count={8} label="The activity is being loaded" />
        )
      ) : events.length === 0 ? (
        <EmptyState icon={<IconActivity size={22} aria-hidden />} title="Nothing has happened yet">
          Saved versions, promotions and rollbacks appear here, with who and when.
        </EmptyState>
      ) : (
        <ol className={classes.list} aria-label="Events">
          {events.map((event) => (
            <EventRow key={event.seq} connection={connection} event={event} />
          ))}
        </ol>
      )}
    </Page>
  );
}

function EventRow({ connection, event }: { readonly connection: string; readonly event: RegistryEvent }) {
  const title = useLibrary((state) => findPrompt(state, connection, event.prompt ?? null)?.title);
  const { before, after } = describeEvent(event);
  return (
    <li className={classes.row}>
      <Initials name={event.actor.name} />
      <p className={classes.sentence}>
        <strong>{event.actor.name}</strong> {before}{' '}
        {event.prompt ? (
          <a className={classes.prompt} href={promptAddress(event.prompt, tabOf(event))}>
            {title ?? event.prompt}
          </a>
        ) : null}
        {after}
      </p>
      <span className={classes.time}>
        <TimeAgo time={event.at} />
      </span>
    </li>
  );
}

function tabOf({ type }: RegistryEvent) {
  if (type.startsWith('promotion.') || type.startsWith('channel.')) return 'promotion';
  return type === 'version.created' ? 'history' : 'edit';
}
