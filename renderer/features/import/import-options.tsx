import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type PlaceholderKind, placeholderKinds } from '#core/domain/placeholders.ts';
import { isPromptName, suggestPromptName } from '#core/domain/prompt-name.ts';
import { formatCount } from '../../format/counts.ts';
import type { KindCount } from './convert-candidates.ts';
import shared from './import.module.css';
import classes from './import-options.module.css';
import { useImport } from './import-store.ts';
import type { Source } from './read-sources.ts';
import type { TableReading } from './sources-to-candidates.ts';
import { type ColumnRole, columnRoles } from './table.ts';

/** How the sources are read: columns, placeholders, and where the prompts go. */
export function ImportOptions() {
  const readings = useImport((state) => state.readings);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className={classes.options} aria-label="How it is read" tabIndex={0}>
      {[...readings].map(([source, reading]) => (
        <Columns key={reading.from} source={source} reading={reading} isNamed={readings.size > 1} />
      ))}
      <Placeholders />
      <Folder />
    </section>
  );
}

const roleNames: Readonly<Record<ColumnRole, string>> = {
  title: 'Title',
  text: 'Text',
  name: 'Name',
  description: 'Description',
  tags: 'Tags',
};

interface ColumnsProps {
  readonly source: Source;
  readonly reading: TableReading;
  readonly isNamed: boolean;
}

function Columns({ source, reading, isNamed }: ColumnsProps) {
  const changeColumns = useImport((state) => state.changeColumns);
  const setHasNames = useImport((state) => state.setHasNames);
  const none = { title: 'the text’s beginning', name: 'made from the title', text: 'none' };
  return (
    <fieldset className={classes.group}>
      <legend>{isNamed ? `Columns of ${reading.from}` : 'Columns'}</legend>
      {columnRoles
        .filter((role) => isWorthAsking(role, reading))
        .map((role) => (
          <NativeSelect
            key={role}
            label={roleNames[role]}
            value={String(reading.choice[role] ?? '')}
            onChange={({ currentTarget: { value } }) =>
              changeColumns(source, { [role]: value === '' ? null : Number(value) })
            }
          >
            <option value="">{none[role as 'title'] ?? 'none'}</option>
            {reading.table.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same name
              <option key={index} value={index}>
                {column}
              </option>
            ))}
          </NativeSelect>
        ))}
      {reading.hasNames === null ? null : (
        <Checkbox
          label="The first row has the names of the columns"
          checked={reading.hasNames}
          onChange={(event) => setHasNames(source, event.currentTarget.checked)}
        />
      )}
    </fieldset>
  );
}

/** Two columns are the title and the text; what else a prompt has is asked where there may be more. */
function isWorthAsking(role: ColumnRole, { table, choice }: TableReading): boolean {
  return role === 'title' || role === 'text' || table.columns.length > 2 || choice[role] !== null;
}

const kindNames: Readonly<Record<PlaceholderKind, string>> = {
  double: '{{x}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: how other programs write it
  dollar: '${x}',
  braces: '{x}',
  percent: '%s',
  angle: '<X>',
  square: '[X]',
};

function Placeholders() {
  const counts = useImport((state) => state.counts);
  const kinds = useImport((state) => state.kinds);
  const toggleKind = useImport((state) => state.toggleKind);
  if (counts.size === 0) return null;
  return (
    <fieldset className={classes.group}>
      <legend>Make variables of</legend>
      {placeholderKinds.map((kind) => {
        const count = counts.get(kind);
        return count ? (
          <Checkbox
            key={kind}
            label={<KindLabel kind={kind} count={count} />}
            aria-label={`${kindNames[kind]}, ${formatCount(count.places, 'place')}`}
            checked={kinds.has(kind)}
            onChange={() => toggleKind(kind)}
          />
        ) : null;
      })}
      <p className={shared.secondary}>
        {kinds.has('double')
          ? 'Everything else stays as it is. Where {{ is meant as such, a \\ stands before it.'
          : 'Everything else stays as it is, {{x}} too: it is no variable then.'}
      </p>
    </fieldset>
  );
}

function KindLabel({ kind, count }: { readonly kind: PlaceholderKind; readonly count: KindCount }) {
  return (
    <span className={classes.kind}>
      <span>
        <code>{kindNames[kind]}</code>
        <span className={shared.secondary}>
          {formatCount(count.places, 'place')} in {formatCount(count.prompts, 'prompt')}
        </span>
      </span>
      {count.samples.slice(0, 2).map(({ written, name }) => (
        <span key={written} className={classes.sample}>
          {written} → {`{{${name}}}`}
        </span>
      ))}
    </span>
  );
}

function Folder() {
  const folder = useImport((state) => state.folder);
  const setFolder = useImport((state) => state.setFolder);
  const [text, setText] = useState(folder);
  const isFault = text !== '' && !isPromptName(text);
  return (
    <TextInput
      label="Put them into the folder"
      placeholder="none"
      value={text}
      spellCheck={false}
      error={
        isFault ? `Lower-case letters, digits and “-”: ${suggestPromptName(text) || 'imported'}` : undefined
      }
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        if (value === '' || isPromptName(value)) setFolder(value);
      }}
    />
  );
}
