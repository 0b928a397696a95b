import { CloseButton } from '@mantine/core';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { describeErrorInFull } from '../../bridge/describe-error.ts';
import { formatDateTime } from '../../format/dates.ts';
import { placeKey } from '../connections/connections-store.ts';
import classes from './as-of.module.css';
import { type AsOfAnswer, useAsOf } from './as-of-store.ts';
import { asOfFieldId } from './commands.ts';

/** Asks what was stable at a moment, and says it in a sentence. */
export function AsOf({ place }: { readonly place: PromptPlace }) {
  const key = placeKey(place);
  const asked = useAsOf((state) => state.asked[key] ?? '');
  const answer = useAsOf((state) => state.answers[key]);
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
        {answer ? describeAnswer(answer) : ''}
      </p>
    </div>
  );
}

function describeAnswer({ at, interval, error }: AsOfAnswer): string {
  if (error) return describeErrorInFull(error);
  const isFuture = at > new Date().toISOString();
  const when = formatDateTime(at);
  if (isFuture) return `${when} is still to come.`;
  if (!interval) return `On ${when} nothing was stable yet.`;
  const { version, since, until, promotion } = interval;
  const who = (promotion.appliedBy ?? promotion.requestedBy).name;
  const moved = promotion.kind === 'rollback' ? 'rolled back to' : 'promoted';
  const end = until ? `until ${formatDateTime(until)}` : 'and still is';
  const note = promotion.note ? ` Note: ${promotion.note}` : '';
  return `On ${when}, v${version} was stable: ${moved} by ${who} on ${formatDateTime(since)}, ${end}.${note}`;
}
