import { ActionIcon, Checkbox, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconListCheck, IconX } from '@tabler/icons-react';
import { SelectField } from '../../components/select-field.tsx';
import { type LibrarySort, useLibraryView } from './library-view-store.ts';
import classes from './list-options.module.css';
import { beginSelection, endSelection } from './selection-commands.ts';
import { useTags } from './use-tags.ts';

interface ListOptionsProps {
  readonly summary: string;
  /** True while prompts are being selected. */
  readonly isSelecting: boolean;
}

/** The line above the list: how much is in it, and how it is shown. */
export function ListOptions({ summary, isSelecting }: ListOptionsProps) {
  const { sort, tag, showsArchived, change } = useLibraryView();
  const tags = useTags(showsArchived);
  return (
    <div className={classes.line}>
      <span className={classes.summary} role="status">
        {summary}
      </span>
      {tag === null ? null : (
        <button
          type="button"
          className={classes.tag}
          aria-label={`Show all prompts again, not only those with the tag ${tag}`}
          onClick={() => change({ tag: null })}
        >
          <span className={classes.tagName}>{tag}</span> <IconX size={11} aria-hidden />
        </button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={beginSelection.name}
        aria-pressed={isSelecting}
        title={beginSelection.name}
        onClick={() => (isSelecting ? endSelection : beginSelection).run()}
      >
        <IconListCheck size={15} aria-hidden />
      </ActionIcon>
      <Popover position="bottom-end" width={232} shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label="Sort and filter"
            title="Sort and filter"
          >
            <IconAdjustmentsHorizontal size={15} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown className={`${classes.options}`} aria-label="Sort and filter">
          <SelectField
            label="Sort by"
            value={sort}
            onChange={(value) => change({ sort: value as LibrarySort })}
            groups={[
              {
                label: 'Sort by',
                options: [
                  { value: 'name', label: 'Folder and title' },
                  { value: 'changed', label: 'Last changed' },
                ],
              },
            ]}
          />
          <SelectField
            label="Tag"
            value={tag ?? ''}
            onChange={(value) => change({ tag: value === '' ? null : value })}
            groups={[
              { label: 'All', options: [{ value: '', label: 'All tags' }] },
              { label: 'Tags', options: tags.map((value) => ({ value, label: value })) },
            ]}
          />
          <Checkbox
            label="Show archived prompts"
            size="xs"
            checked={showsArchived}
            onChange={(event) => change({ showsArchived: event.currentTarget.checked })}
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
