import { IconCode } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { openUseInCode } from '../engineers/commands.ts';
import classes from './prompt-header.module.css';

interface PromptHeaderProps {
  readonly name: string;
  /** `null` while the list is being loaded. */
  readonly prompt: PromptSummary | null;
  /** The title; it may be changed in its place. */
  readonly title: ReactNode;
  /** Further buttons. */
  readonly actions?: ReactNode;
}

/** What is open: title, name, tags, and where `latest` and `stable` are. */
export function PromptHeader({ name, prompt, title, actions }: PromptHeaderProps) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <div className={classes.titleLine}>
          {title}
          {prompt ? (
            <span className={classes.versions}>
              v{prompt.latest} · {prompt.stable === null ? 'not promoted' : `stable v${prompt.stable}`}
            </span>
          ) : null}
          {prompt?.archived ? (
            <span title="It is no longer in the list. Applications still get it.">
              <StateBadge tone="neutral">archived</StateBadge>
            </span>
          ) : null}
        </div>
        <p className={classes.detail}>
          <span className={classes.name} title={name}>
            {name}
          </span>
          {prompt?.tags.map((tag) => (
            <span key={tag} className={classes.tag}>
              {tag}
            </span>
          ))}
          {prompt?.description ? <span className={classes.description}>{prompt.description}</span> : null}
        </p>
      </div>
      <div className={classes.actions}>
        <CommandButton
          command={openUseInCode}
          className={`${classes.button}`}
          variant="default"
          leftSection={<IconCode size={15} aria-hidden />}
        />
        {actions}
      </div>
    </header>
  );
}
