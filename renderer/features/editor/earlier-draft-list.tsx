import { useEffect, useRef } from 'react';
import type { EarlierDraft } from '#core/contract/earlier-draft-shapes.ts';
import { formatClock } from '../../format/dates.ts';
import classes from './earlier-drafts.module.css';

interface EarlierDraftListProps {
  readonly drafts: readonly EarlierDraft[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** The earlier drafts, the newest first: when each was written, and how much it changed. */
export function EarlierDraftList({ drafts, chosen, onChoose }: EarlierDraftListProps) {
  const list = useRef<HTMLDivElement>(null);
  // They are there after the dialog, which has given the focus to its close button.
  useEffect(() => list.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus(), []);
  const choose = (event: React.KeyboardEvent, by: 1 | -1) => {
    event.preventDefault();
    const next = drafts[drafts.findIndex(({ id }) => id === chosen) + by];
    if (!next) return;
    onChoose(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-id="${next.id}"]`)?.focus();
  };
  return (
    <div
      ref={list}
      role="radiogroup"
      aria-label="Earlier drafts"
      className={classes.list}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') choose(event, 1);
        if (event.key === 'ArrowUp') choose(event, -1);
      }}
    >
      {drafts.map((draft) => (
        // biome-ignore lint/a11y/useSemanticElements: a row with two lines, of which one is chosen
        <button
          key={draft.id}
          type="button"
          role="radio"
          aria-checked={draft.id === chosen}
          tabIndex={draft.id === chosen ? 0 : -1}
          data-id={draft.id}
          className={classes.row}
          onClick={() => onChoose(draft.id)}
        >
          <span className={classes.time}>{formatClock(draft.savedAt)}</span>
          <span className={classes.size}>
            {describeSize(draft)} · from v{draft.baseVersion}
          </span>
        </button>
      ))}
    </div>
  );
}

function describeSize({ added, removed }: EarlierDraft): string {
  if (added + removed === 0) return 'same words';
  const parts = [added && `+${added}`, removed && `−${removed}`].filter(Boolean);
  return `${parts.join(' ')} ${added + removed === 1 ? 'word' : 'words'}`;
}
