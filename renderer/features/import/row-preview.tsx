import { MarkedText } from '../../components/marked-text.tsx';
import { formatCount } from '../../format/counts.ts';
import { typographyOf } from '../../theme/typography.ts';
import { useSettings } from '../settings/settings-store.ts';
import shared from './import.module.css';
import { useImport } from './import-store.ts';
import classes from './row-preview.module.css';

const longestShown = 40_000;

/** The text of one row as it will be, with its variables marked. */
export function RowPreview() {
  const row = useImport(({ rows, shown }) => (shown === null ? undefined : rows[shown]));
  const settings = useSettings((state) => state.settings);
  const content = row?.converted?.content ?? '';
  const { family, size } = typographyOf(settings);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className={classes.preview} aria-label="Text as it will be" tabIndex={0}>
      {row ? (
        <>
          <h3>{row.title}</h3>
          <p className={shared.secondary}>
            {row.candidate.from}
            {row.converted && row.converted.variables.length > 0
              ? ` · ${formatCount(row.converted.variables.length, 'variable')} described`
              : ''}
          </p>
          {row.candidate.remark ? <p className={classes.remark}>{row.candidate.remark}</p> : null}
          <MarkedText
            content={content.slice(0, longestShown)}
            typography={{ ...typographyOf(settings), family, size: Math.min(size, 13) }}
          />
          {content.length > longestShown ? (
            <p className={shared.secondary}>
              … {formatCount(content.length - longestShown, 'more character')}
            </p>
          ) : null}
        </>
      ) : (
        <p className={shared.secondary}>Choose a row to read its text.</p>
      )}
    </section>
  );
}
