import { Button } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { askWhatWasActive } from '../audit/commands.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { readActivityFilter, toEventFilter } from './activity-filter.ts';
import { ActivityFilters } from './activity-filters.tsx';
import { ActivityList } from './activity-list.tsx';
import { useActivity } from './activity-store.ts';
import classes from './activity-view.module.css';
import { saveTable, verifyLog } from './commands.ts';
import { useActivityTable } from './table-store.ts';
import { VerifyDialog } from './verify-dialog.tsx';

/** Who did what in the registry, newest first, as it happens and back to the first day. */
export function ActivityView() {
  const connection = useConnections((state) => state.currentId);
  const within = useNavigation((state) => state.within);
  const filter = useMemo(() => readActivityFilter(within), [within]);
  useEffect(() => {
    void useActivity.getState().show(connection, toEventFilter(filter));
  }, [connection, filter]);
  useEffect(() => void useActivity.getState().loadPeople(connection), [connection]);
  const isSaving = useActivityTable((state) => state.isRunning);
  return (
    <div className={classes.view}>
      <header className={classes.header}>
        <div className={classes.heading}>
          <div>
            <h1>Activity</h1>
            <p className={classes.subtitle}>Who did what in this registry, newest first.</p>
          </div>
          <div className={classes.actions}>
            <CommandButton command={askWhatWasActive} variant="default" />
            <CommandButton command={saveTable} variant="default" loading={isSaving} />
            <CommandButton command={verifyLog} variant="default" />
          </div>
        </div>
        <ActivityFilters connection={connection} filter={filter} />
      </header>
      <Events connection={connection} isFiltered={within !== ''} />
      <VerifyDialog />
    </div>
  );
}

function Events({ connection, isFiltered }: { readonly connection: string; readonly isFiltered: boolean }) {
  const list = useActivity((state) => state.list);
  if (!list?.items) {
    return (
      <div className={classes.column}>
        {list?.error ? (
          <ErrorNote
            title={describeError(list.error).title}
            onRetry={() => void useActivity.getState().loadOlder()}
          >
            {describeErrorInFull(list.error)}
          </ErrorNote>
        ) : (
          <SkeletonLines count={8} label="The activity is being loaded" />
        )}
      </div>
    );
  }
  if (list.items.length === 0 && list.waiting.length === 0) {
    return (
      <div className={classes.column}>
        <EmptyState
          icon={<IconActivity size={22} aria-hidden />}
          title={isFiltered ? 'Nothing fits' : 'Nothing has happened yet'}
          action={
            isFiltered ? (
              <Button variant="default" onClick={() => useNavigation.getState().openActivity('')}>
                Show everything
              </Button>
            ) : (
              <Button variant="default" onClick={() => useNavigation.getState().openView('prompts')}>
                Go to the prompts
              </Button>
            )
          }
        >
          {isFiltered
            ? 'No entry of the log fits everything that is chosen above. Take one of the filters away.'
            : 'Saved versions, promotions and rollbacks appear here, with who and when.'}
        </EmptyState>
      </div>
    );
  }
  // Another filter begins at its top.
  return (
    <ActivityList
      key={`${connection} ${JSON.stringify(list.filter)}`}
      connection={connection}
      items={list.items}
    />
  );
}
