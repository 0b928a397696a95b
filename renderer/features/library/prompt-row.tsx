import { type CSSProperties, memo } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { findWords } from '#core/domain/search/search-words.ts';
import { HighlightedText } from '../../components/highlighted-text.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { promptAddress } from '../../format/address.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useDrafts } from '../editor/drafts-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import classes from './prompt-row.module.css';
import { describePromptState } from './prompt-state.ts';
import { wasChangedByOthers } from './seen-versions.ts';
import { withMatch } from './with-match.ts';

interface PromptRowProps {
  readonly connection: string;
  readonly prompt: PromptSummary;
  /** How deep in folders it stands. */
  readonly depth: number;
  /** What was searched for; the row then shows where it was found. */
  readonly words: readonly string[];
  readonly isOpen: boolean;
  readonly tabIndex: number;
}

/** One prompt of the list: its title and name, where it stands, and where a search found it. */
export const PromptRow = memo(function PromptRow(props: PromptRowProps) {
  const { connection, prompt, depth, words, isOpen, tabIndex } = props;
  const key = placeKey({ connection, prompt: prompt.name });
  const hasDraft = useDrafts((state) => state.drafts[key] !== undefined);
  const isNews = useSettings(({ settings }) => wasChangedByOthers(prompt, settings.seenVersions[key]));
  const isResult = words.length > 0;
  const name = isResult ? prompt.name : prompt.name.slice(prompt.name.lastIndexOf('/') + 1);
  return (
    <a
      data-row
      className={classes.row}
      style={{ '--depth': depth } as CSSProperties}
      href={promptAddress(prompt.name)}
      aria-current={isOpen ? 'page' : undefined}
      data-archived={prompt.archived || undefined}
      tabIndex={tabIndex}
      draggable={false}
    >
      <span className={classes.line}>
        <span className={classes.title}>
          <HighlightedText text={prompt.title} ranges={isResult ? findWords(prompt.title, words) : []} />
        </span>
        {isNews ? (
          <span
            title={`${prompt.latestBy?.name ?? 'Somebody'} saved v${prompt.latest} since you last looked`}
          >
            <StateBadge tone="accent">changed</StateBadge>
          </span>
        ) : null}
        {hasDraft ? <StateBadge tone="warning">draft</StateBadge> : null}
      </span>
      <span className={classes.line}>
        <span className={classes.name}>
          <HighlightedText text={name} ranges={isResult ? findWords(name, words) : []} />
        </span>
        <State prompt={prompt} />
      </span>
      {isResult ? <Found prompt={prompt} words={words} /> : null}
    </a>
  );
});

function State({ prompt }: { readonly prompt: PromptSummary }) {
  if (prompt.archived) return <span className={classes.state}>archived</span>;
  const state = describePromptState(prompt);
  return state ? (
    <span className={classes.state} data-tone={state.tone}>
      {state.label}
    </span>
  ) : null;
}

/** The piece of the text, description or tags that was found; else what the prompt is for. */
function Found({ prompt, words }: Pick<PromptRowProps, 'prompt' | 'words'>) {
  const { match } = withMatch(prompt, words);
  const isElsewhere = match && match.field !== 'title' && match.field !== 'name';
  return (
    <span className={classes.found}>
      {isElsewhere ? <HighlightedText text={match.excerpt} ranges={match.ranges} /> : prompt.description}
    </span>
  );
}
