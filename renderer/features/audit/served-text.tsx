import { NativeSelect } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { Version } from '#core/contract/shapes.ts';
import type { PreviewValues, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { CopyTextButton } from '../../components/copy-text-button.tsx';
import marks from '../../components/inserted-value.module.css';
import { MarkedText } from '../../components/marked-text.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { finishText, joinParts } from '../../format/finished-text.ts';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import { usePreview } from '../editor/preview-store.ts';
import { useRecord } from './record-store.ts';
import classes from './served-text.module.css';
import { ValueFields } from './value-fields.tsx';

interface ServedTextProps {
  readonly place: PromptPlace;
  readonly version: Version;
  readonly typography: Typography;
}

const none: never[] = [];

/** The text that was served: as it is written, or finished with values that are chosen here. */
export function ServedText({ place, version, typography }: ServedTextProps) {
  const sets = usePreview((state) => state.sets[placeKey(place)]) ?? none;
  const [form, setForm] = useState<'text' | 'finished'>('text');
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState<PreviewValues>({});
  useEffect(() => void usePreview.getState().loadSets(place), [place]);
  const values = useMemo((): PreviewValues => {
    const set = sets.find(({ id }) => id === chosen);
    const kept = Object.entries(set?.variables ?? {}).map(([name, value]) => [name, String(value)]);
    return { ...Object.fromEntries(kept), ...typed };
  }, [sets, chosen, typed]);
  const finished = useMemo(() => finishText(version.content, version.variables, values), [version, values]);
  const isFinished = form === 'finished';
  useEffect(() => useRecord.getState().setValues(isFinished ? values : null), [isFinished, values]);
  const hasVariables = finished.variables.length > 0;
  const style = { fontFamily: typography.family, fontSize: typography.size };
  return (
    <section aria-label="The text that was served" className={classes.panel}>
      <header className={classes.header}>
        <h2>v{version.version}</h2>
        <Segmented
          label="How it is shown"
          value={form}
          onChange={setForm}
          options={[
            { value: 'text', label: 'Text' },
            { value: 'finished', label: 'Finished text' },
          ]}
        />
        <span className={classes.space} />
        <CopyTextButton
          text={isFinished ? joinParts(finished.parts) : version.content}
          label="Copy the text"
        />
      </header>
      {isFinished && hasVariables ? (
        <div className={classes.values}>
          <p className={classes.help}>
            Which values an application sent is not kept. Choose some to see how the text reads.
          </p>
          {sets.length > 0 ? (
            <NativeSelect
              label="Values"
              w={240}
              value={chosen}
              data={[
                { value: '', label: 'Your own' },
                ...sets.map(({ id, title }) => ({ value: id, label: title })),
              ]}
              onChange={(event) => {
                setChosen(event.currentTarget.value);
                setTyped({});
              }}
            />
          ) : null}
          <ValueFields
            finished={finished}
            values={values}
            onChange={(name, value) => setTyped({ ...typed, [name]: value })}
          />
        </div>
      ) : null}
      <div className={classes.text}>
        {isFinished ? (
          <p className={classes.finished} style={style}>
            {finished.parts.map(({ text, variable, isMissing }, index) =>
              variable === null ? (
                text
              ) : (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity than their place
                  key={index}
                  className={isMissing ? marks.missing : marks.inserted}
                  title={isMissing ? `${variable} has no value` : variable}
                >
                  {text}
                </span>
              ),
            )}
          </p>
        ) : (
          <MarkedText content={version.content} typography={typography} />
        )}
      </div>
      <p className={classes.fingerprint}>
        Fingerprint of the text <code>{version.contentHash}</code>
      </p>
    </section>
  );
}
