import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './missing-values.module.css';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

interface MissingValuesProps {
  readonly names: readonly string[];
  /** A name was clicked. */
  readonly onGoTo: (name: string) => void;
}

/** Says which variables have no value, or one that does not fit; each name leads to its field. */
export function MissingValues({ names, onGoTo }: MissingValuesProps) {
  if (names.length === 0) return null;
  return (
    <div className={classes.notice}>
      <IconAlertTriangle size={15} aria-hidden />
      <p>
        {names.length === 1 ? '1 value is missing' : `${names.length} values are missing`}:{' '}
        {list.formatToParts(names).map(({ type, value }, index) =>
          type === 'element' ? (
            <button key={value} type="button" className={classes.fill} onClick={() => onGoTo(value)}>
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
