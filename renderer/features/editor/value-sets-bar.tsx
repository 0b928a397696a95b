import { ActionIcon, Button, Menu, NativeSelect } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { TestInput } from '#core/contract/test-shapes.ts';
import type { PreviewValues, PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { areSameValues, toFieldValues } from '../../format/set-values.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { usePreview } from './preview-store.ts';
import { ValueSetDialog, type ValueSetQuestion } from './value-set-dialog.tsx';
import { deleteValueSet, updateValueSet } from './value-sets.ts';
import classes from './value-sets-bar.module.css';

interface ValueSetsBarProps {
  readonly place: PromptPlace;
  readonly variables: readonly VariableDeclaration[];
  readonly isReadOnly: boolean;
}

const none: readonly TestInput[] = [];

/** Chooses between the value sets that are kept with the prompt, and keeps new ones. */
export function ValueSetsBar({ place, variables, isReadOnly }: ValueSetsBarProps) {
  const key = placeKey(place);
  const sets = usePreview((state) => state.sets[key]) ?? none;
  const kept = usePreview((state) => state.kept[key]);
  const choose = usePreview((state) => state.choose);
  const [question, setQuestion] = useState<ValueSetQuestion | null>(null);
  const chosen = sets.find(({ id }) => id === kept?.chosen);
  const known = new Set(variables.map(({ name }) => name));
  const isChanged = (set: TestInput) => {
    const typed = kept?.changed[set.id];
    return typed !== undefined && !areSameValues(pick(typed, known), pick(toFieldValues(set), known));
  };
  return (
    <div className={classes.bar}>
      <NativeSelect
        label="Values"
        className={`${classes.choice}`}
        classNames={{ label: `${classes.label}`, wrapper: `${classes.input}` }}
        value={chosen?.id ?? ''}
        data={[
          { value: '', label: 'Your own' },
          ...sets.map((set) => ({
            value: set.id,
            label: isChanged(set) ? `${set.title} (changed)` : set.title,
          })),
        ]}
        onChange={(event) => choose(place, event.currentTarget.value || null)}
      />
      {chosen && isChanged(chosen) && !isReadOnly ? (
        <Button
          variant="light"
          px={10}
          fz={12}
          onClick={() =>
            void tellUndo(updateValueSet(place, chosen, variables), `“${chosen.title}” was updated`)
          }
        >
          Update
        </Button>
      ) : null}
      {isReadOnly ? null : (
        <Menu position="bottom-end" width={210}>
          <Menu.Target>
            <ActionIcon size={32} aria-label="More for these values">
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setQuestion({ kind: 'save' })}>Save these values as…</Menu.Item>
            <Menu.Item
              disabled={!chosen}
              onClick={() => chosen && setQuestion({ kind: 'rename', set: chosen })}
            >
              Rename…
            </Menu.Item>
            <Menu.Item
              disabled={!chosen}
              onClick={() =>
                chosen && void tellUndo(deleteValueSet(place, chosen), `“${chosen.title}” was deleted`)
              }
            >
              Delete
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <ValueSetDialog
        place={place}
        variables={variables}
        titles={sets.map(({ title }) => title)}
        question={question}
        onClose={() => setQuestion(null)}
      />
    </div>
  );
}

/** What this text has no variable for changes nothing: a name that a rename gave, and undo took back. */
function pick(values: PreviewValues, names: ReadonlySet<string>): PreviewValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
}

async function attempt(work: Promise<void>): Promise<void> {
  await work.catch((thrown: unknown) => useNotices.getState().showError(toBridgeError(thrown)));
}

/** Says what was done to a value set, and offers to put it back. */
async function tellUndo(work: Promise<() => Promise<void>>, title: string): Promise<void> {
  await attempt(
    work.then((putBack) => {
      const action = { label: 'Undo', run: () => void attempt(putBack()) };
      useNotices.getState().show({ tone: 'neutral', title, action });
    }),
  );
}
