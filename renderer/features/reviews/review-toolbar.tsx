import { Segmented } from '../../components/segmented.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { formatCount } from '../../format/counts.ts';
import classes from './review-toolbar.module.css';
import type { ValueChoice } from './review-values.ts';
import { useReviews } from './reviews-store.ts';

interface ReviewToolbarProps {
  readonly choices: readonly ValueChoice[];
  readonly choice: ValueChoice | undefined;
  readonly onChoose: (id: string) => void;
  readonly mode: 'side-by-side' | 'inline';
  /** False where there is nothing to compare with. */
  readonly hasBaseline: boolean;
}

/** How the change is read: with which values, as finished text or as written, beside each other or in one. */
export function ReviewToolbar({ choices, choice, onChoose, mode, hasBaseline }: ReviewToolbarProps) {
  const text = useReviews((state) => state.text);
  const setLook = useReviews((state) => state.setLook);
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
          onChange={(next) => setLook({ text: next })}
          options={[
            { value: 'finished', label: 'Finished text' },
            { value: 'written', label: 'Text' },
          ]}
        />
        {hasBaseline ? (
          <Segmented
            label="Layout"
            value={mode}
            onChange={(next) => setLook({ mode: next })}
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
