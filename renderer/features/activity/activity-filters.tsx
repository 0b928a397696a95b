import { Button, NativeSelect, Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { listPromptOptions } from '../../format/prompt-options.ts';
import { useLibrary } from '../library/library-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import {
  type ActivityFilter,
  type ActivityKind,
  activityKinds,
  wholeActivity,
  writeActivityFilter,
} from './activity-filter.ts';
import classes from './activity-filters.module.css';
import { useActivity } from './activity-store.ts';

interface ActivityFiltersProps {
  readonly connection: string;
  readonly filter: ActivityFilter;
}

const nobody: never[] = [];

/** What of the activity is shown. The address keeps it, so that it can be sent to somebody and comes back. */
export function ActivityFilters({ connection, filter }: ActivityFiltersProps) {
  const listed = useLibrary((state) => state.prompts[connection]) ?? nobody;
  const archived = useLibrary((state) => state.archived[connection]) ?? nobody;
  const prompts = useMemo(
    () => listPromptOptions(listed, archived, filter.prompt),
    [listed, archived, filter.prompt],
  );
  const people = useActivity((state) => state.people[connection]) ?? nobody;
  const change = (part: Partial<ActivityFilter>) =>
    useNavigation.getState().openActivity(writeActivityFilter({ ...filter, ...part }));
  const isKnown = filter.person === null || people.some(({ id }) => id === filter.person);
  return (
    <search className={classes.filters} aria-label="Filter">
      <Select
        label="Prompt"
        placeholder="All prompts"
        data={prompts}
        value={filter.prompt}
        searchable
        clearable
        limit={60}
        size="sm"
        nothingFoundMessage="No prompt has this name."
        clearButtonProps={{ 'aria-label': 'All prompts' }}
        onChange={(prompt) => change({ prompt })}
        className={`${classes.prompt}`}
      />
      <NativeSelect
        label="Person"
        value={filter.person ?? ''}
        data={[
          { value: '', label: 'Everybody' },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
          ...(isKnown ? [] : [{ value: filter.person ?? '', label: 'Somebody else' }]),
        ]}
        onChange={(event) => change({ person: event.currentTarget.value || null })}
      />
      <NativeSelect
        label="Kind"
        className={`${classes.kind}`}
        value={filter.kind ?? ''}
        data={[
          { value: '', label: 'Everything' },
          ...Object.entries(activityKinds).map(([value, { name }]) => ({ value, label: name })),
        ]}
        onChange={(event) => change({ kind: (event.currentTarget.value as ActivityKind) || null })}
      />
      <TextInput
        label="From"
        type="date"
        className={`${classes.day}`}
        value={filter.from ?? ''}
        {...(filter.to === null ? {} : { max: filter.to })}
        onChange={(event) => change({ from: event.currentTarget.value || null })}
      />
      <TextInput
        label="To"
        type="date"
        className={`${classes.day}`}
        value={filter.to ?? ''}
        {...(filter.from === null ? {} : { min: filter.from })}
        onChange={(event) => change({ to: event.currentTarget.value || null })}
      />
      {writeActivityFilter(filter) === '' ? null : (
        <Button variant="subtle" onClick={() => change(wholeActivity)}>
          Clear
        </Button>
      )}
    </search>
  );
}
