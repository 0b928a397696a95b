import { Button, CloseButton } from '@mantine/core';
import type { VersionSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { describeErrorInFull } from '../../bridge/describe-error.ts';
import { formatDateTime } from '../../format/dates.ts';
import { formatNote } from '../../format/format-note.ts';
import { openWhatWasActive } from '../audit/commands.ts';
import { useCompare } from '../compare/compare-store.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import classes from './as-of.module.css';
import { type AsOfAnswer, useAsOf } from './as-of-store.ts';
import { asOfFieldId } from './commands.ts';
import { useVersions } from './versions-store.ts';

/** Asks what was stable at a moment, and says it in a sentence. */
export function AsOf({ place }: { readonly place: PromptPlace }) {
  const key = placeKey(place);
  const asked = useAsOf((state) => state.asked[key] ?? '');
  const answer = useAsOf((state) => state.answers[key]);
  const newest = useVersions((state) => state.lists[key]?.[0]?.version);
  const since = useVersions((state) => (answer ? findVersionAt(state.lists[key] ?? [], answer) : undefined));
  const { ask } = useAsOf.getState();
  return (
    <div className={classes.row}>
      <label className={classes.label} htmlFor={asOfFieldId}>
        What was stable on
      </label>
      <input
        id={asOfFieldId}
        type="datetime-local"
        className={classes.field}
        value={asked}
        onChange={(event) => void ask(place, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') void ask(place, '');
        }}
      />
      {asked ? (
        <CloseButton size="sm" aria-label="Clear the date" onClick={() => void ask(place, '')} />
      ) : null}
      <p className={classes.answer} role="status">
        {answer ? describeAnswer(answer, since) : ''}
      </p>
      {since !== undefined && newest !== undefined && since < newest ? (
        <Button variant="default" h={28} onClick={() => compareSince(place, since)}>
          What changed since
        </Button>
      ) : null}
      {answer && !answer.error ? (
        <Button
          variant="light"
          h={28}
          px={10}
          fz={12.5}
          onClick={() => openWhatWasActive(place.prompt, answer.at)}
        >
          Who wrote and approved it
        </Button>
      ) : null}
    </div>
  );
}

/** What was stable at the moment; without it, the newest version of that time. */
function findVersionAt(
  versions: readonly VersionSummary[],
  { at, interval, error }: AsOfAnswer,
): number | undefined {
  if (error) return undefined;
  return interval?.version ?? versions.find(({ createdAt }) => createdAt <= at)?.version;
}

function compareSince(place: PromptPlace, version: number): void {
  useCompare.getState().choose(place, { from: String(version), to: 'latest' });
  useNavigation.getState().openTab('compare');
}

function describeAnswer({ at, interval, error }: AsOfAnswer, newest: number | undefined): string {
  if (error) return describeErrorInFull(error);
  const isFuture = at > new Date().toISOString();
  const when = formatDateTime(at);
  if (isFuture) return `${when} is still to come.`;
  if (!interval) {
    const text = newest === undefined ? '' : ` The newest version was v${newest}.`;
    return `On ${when} nothing was stable yet.${text}`;
  }
  const { version, since, until, promotion } = interval;
  const who = (promotion.appliedBy ?? promotion.requestedBy).name;
  const moved = promotion.kind === 'rollback' ? 'rolled back to' : 'promoted';
  const end = until ? `until ${formatDateTime(until)}` : 'and still is';
  const note = promotion.note ? ` Note: ${formatNote(promotion.note)}` : '';
  return `On ${when}, v${version} was stable: ${moved} by ${who} on ${formatDateTime(since)}, ${end}.${note}`;
}
