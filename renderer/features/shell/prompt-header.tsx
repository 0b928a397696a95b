import { Tooltip } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { explainVersions, nameVersions } from '../../format/explain-versions.ts';
import { openUseInCode } from '../engineers/commands.ts';
import { useNavigation } from './navigation-store.ts';
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
            <Tooltip
              label={explainVersions(prompt)}
              events={{ hover: true, focus: true, touch: true }}
              multiline
              maw={320}
            >
              <button
                type="button"
                className={classes.versions}
                onClick={() => useNavigation.getState().openTab('promotion')}
              >
                {nameVersions(prompt)}
              </button>
            </Tooltip>
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
