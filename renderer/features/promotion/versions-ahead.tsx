import type { VersionSummary } from '#core/contract/shapes.ts';
import { TimeAgo } from '../../components/time-ago.tsx';
import { formatNote } from '../../format/format-note.ts';
import classes from './versions-ahead.module.css';

const shownAtMost = 8;

/** What a promotion of `latest` would bring: the versions that were saved after `stable`. */
export function VersionsAhead({ versions }: { readonly versions: readonly VersionSummary[] }) {
  if (versions.length === 0) return null;
  const hidden = versions.length - shownAtMost;
  return (
    <section aria-label="Not stable yet">
      <h2>Not stable yet</h2>
      <ol className={classes.list}>
        {versions.slice(0, shownAtMost).map((version) => (
          <li key={version.version} className={classes.row}>
            <span className={classes.version}>v{version.version}</span>
            <span className={classes.note}>{formatNote(version.note) || 'No note'}</span>
            <span className={classes.who}>
              {version.author.name} · <TimeAgo time={version.createdAt} />
            </span>
          </li>
        ))}
        {hidden > 0 ? <li className={classes.more}>and {hidden} more</li> : null}
      </ol>
    </section>
  );
}
