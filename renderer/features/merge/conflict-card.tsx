import type { MergePart } from '#core/domain/merge/merge-texts.ts';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { Segmented } from '../../components/segmented.tsx';
import classes from './conflict-card.module.css';
import { bothTexts, type Wording } from './merge-choices.ts';

interface ConflictCardProps {
  /** Which of the places it is, from 1. */
  readonly number: number;
  readonly conflict: Extract<MergePart, { readonly kind: 'conflict' }>;
  readonly wording: Wording | null;
  readonly ownText: string | null;
  readonly author: string;
  readonly onChoose: (wording: Wording) => void;
  readonly onWrite: (text: string) => void;
}

/** A place that both changed: shows what it was and both wordings, and asks which of them shall stand. */
export function ConflictCard(props: ConflictCardProps) {
  const { number, conflict, wording, ownText, author, onChoose, onWrite } = props;
  const options = [
    { value: 'mine', label: 'Yours' },
    { value: 'theirs', label: 'Theirs' },
    { value: 'both', label: 'Both' },
    { value: 'own', label: 'New wording' },
  ] as const;
  const takes = (side: 'mine' | 'theirs') => wording === side || wording === 'both';
  return (
    <fieldset className={classes.card} data-decided={wording !== null || undefined}>
      <legend className={classes.legend}>Place {number}: both of you changed this</legend>
      <div className={classes.sides}>
        <Side title="Yours" text={conflict.mine} isTaken={takes('mine')} />
        <Side title={`${author}’s`} text={conflict.theirs} isTaken={takes('theirs')} />
      </div>
      {conflict.base ? (
        <details className={classes.before}>
          <summary>Before</summary>
          <p>{conflict.base}</p>
        </details>
      ) : null}
      <div className={classes.choice}>
        <Segmented
          label={`Which wording stands in place ${number}`}
          options={options}
          value={wording}
          onChange={onChoose}
        />
      </div>
      {wording === 'own' ? (
        <GrowingTextarea
          label="New wording"
          minRows={2}
          maxRows={12}
          value={ownText ?? bothTexts(conflict)}
          onChange={(event) => onWrite(event.currentTarget.value)}
        />
      ) : null}
    </fieldset>
  );
}

interface SideProps {
  readonly title: string;
  readonly text: string;
  readonly isTaken: boolean;
}

function Side({ title, text, isTaken }: SideProps) {
  return (
    <div className={classes.side} data-taken={isTaken || undefined}>
      <p className={classes.title}>{title}</p>
      {text.trim() ? (
        <p className={classes.words}>{text.trim()}</p>
      ) : (
        <p className={classes.none}>Taken out</p>
      )}
    </div>
  );
}
