import type { KeyboardEvent, Ref } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { promptAddress } from '../../format/address.ts';
import classes from './prompt-row.module.css';
import { describePromptState } from './prompt-state.ts';

interface PromptRowProps {
  readonly prompt: PromptSummary;
  readonly isOpen: boolean;
  readonly hasDraft: boolean;
  readonly tabIndex: number;
  readonly linkRef: Ref<HTMLAnchorElement>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One prompt of the list: its title and name, and where it stands. */
export function PromptRow({ prompt, isOpen, hasDraft, tabIndex, linkRef, onKeyDown }: PromptRowProps) {
  const state = describePromptState(prompt);
  return (
    <a
      ref={linkRef}
      className={classes.row}
      href={promptAddress(prompt.name)}
      aria-current={isOpen ? 'page' : undefined}
      tabIndex={tabIndex}
      onKeyDown={onKeyDown}
      draggable={false}
    >
      <span className={classes.line}>
        <span className={classes.title}>{prompt.title}</span>
        {hasDraft ? <StateBadge tone="warning">draft</StateBadge> : null}
      </span>
      <span className={classes.line}>
        <span className={classes.name}>{prompt.name.slice(prompt.name.lastIndexOf('/') + 1)}</span>
        {state ? (
          <span className={classes.state} data-tone={state.tone}>
            {state.label}
          </span>
        ) : null}
      </span>
    </a>
  );
}
