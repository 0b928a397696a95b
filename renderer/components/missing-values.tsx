import { IconAlertTriangle } from '@tabler/icons-react';
import { formatCount } from '../format/counts.ts';
import { sayMissing } from '../format/say-missing.ts';
import classes from './missing-values.module.css';

interface MissingValuesProps {
  readonly names: readonly string[];
  /** Those among them that have a value, but one that does not fit. */
  readonly unfit: readonly string[];
  /** A name was clicked. */
  readonly onGoTo: (name: string) => void;
}

/** More would leave no room for the text below. */
const mostNames = 12;
const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Says which variables have no value, or one that does not fit; each name leads to its field. */
export function MissingValues({ names, unfit, onGoTo }: MissingValuesProps) {
  if (names.length === 0) return null;
  const listed = names.length > mostNames + 1 ? names.slice(0, mostNames) : names;
  const more = names.slice(listed.length);
  const words = more.length > 0 ? [...listed, formatCount(more.length, 'other')] : listed;
  return (
    <div className={classes.notice}>
      <IconAlertTriangle size={15} aria-hidden />
      <p>
        {sayMissing(names, unfit)}:{' '}
        {list.formatToParts(words).map(({ type, value }, index) =>
          type === 'element' ? (
            <button
              key={value}
              type="button"
              className={classes.fill}
              onClick={() => onGoTo(listed.includes(value) ? value : (more[0] ?? value))}
            >
              {value}
            </button>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the words between the names have no identity
            <span key={index}>{value}</span>
          ),
        )}
      </p>
    </div>
  );
}
