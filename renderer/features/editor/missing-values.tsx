import { IconAlertTriangle } from '@tabler/icons-react';
import { goToVariableField } from './go-to-variable-field.ts';
import classes from './preview-panel.module.css';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Says which variables have no value, or one that does not fit; each name leads to its field. */
export function MissingValues({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div className={classes.notice}>
      <IconAlertTriangle size={15} aria-hidden />
      <p>
        {names.length === 1 ? '1 value is missing' : `${names.length} values are missing`}:{' '}
        {list.formatToParts(names).map(({ type, value }, index) =>
          type === 'element' ? (
            <button
              key={value}
              type="button"
              className={classes.fill}
              onClick={() => goToVariableField(value)}
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
