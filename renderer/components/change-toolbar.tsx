import { formatCount } from '../format/counts.ts';
import type { ValueChoice } from '../format/value-choices.ts';
import classes from './change-toolbar.module.css';
import { Segmented } from './segmented.tsx';
import { SelectField } from './select-field.tsx';

/** How the change of a text is shown. */
export interface ChangeLook {
  /** The finished text, or the text as it is written. */
  readonly text: 'finished' | 'written';
  readonly mode: 'side-by-side' | 'inline';
}

interface ChangeToolbarProps {
  readonly choices: readonly ValueChoice[];
  readonly choice: ValueChoice | undefined;
  readonly onChoose: (id: string) => void;
  readonly look: ChangeLook;
  readonly onLook: (look: Partial<ChangeLook>) => void;
  /** False where there is nothing to compare with. */
  readonly hasBaseline: boolean;
}

/** How the change is read: with which values, as finished text or as written, beside each other or in one. */
export function ChangeToolbar(props: ChangeToolbarProps) {
  const { choices, choice, onChoose, look, onLook, hasBaseline } = props;
  const { text, mode } = look;
  const differing = choices.filter(({ readsTheSame }) => !readsTheSame);
  const same = choices.filter(({ readsTheSame }) => readsTheSame);
  const toOption = ({ id, title }: ValueChoice) => ({ value: id, label: title });
  return (
    <div className={classes.toolbar}>
      <div className={classes.values}>
        {text === 'finished' && choice ? (
          <>
            <SelectField
              label="Read with the values"
              value={choice.id}
              groups={[
                {
                  label: hasBaseline ? 'Reads differently' : 'Test inputs',
                  options: differing.map(toOption),
                },
                { label: 'Reads the same', options: same.map(toOption) },
              ]}
              onChange={onChoose}
            />
            {hasBaseline && choices.length > 1 ? (
              <p className={classes.hint}>
                {differing.length === 0
                  ? `Reads the same with all ${choices.length}`
                  : `Reads differently with ${differing.length} of ${formatCount(choices.length, 'test input')}`}
              </p>
            ) : null}
          </>
        ) : null}
      </div>
      <div className={classes.switches}>
        <Segmented
          label="What is compared"
          value={text}
          onChange={(next) => onLook({ text: next })}
          options={[
            { value: 'finished', label: 'Finished text' },
            { value: 'written', label: 'Text' },
          ]}
        />
        {hasBaseline ? (
          <Segmented
            label="Layout"
            value={mode}
            onChange={(next) => onLook({ mode: next })}
            options={[
              { value: 'side-by-side', label: 'Side by side' },
              { value: 'inline', label: 'Inline' },
            ]}
          />
        ) : null}
      </div>
    </div>
  );
}
