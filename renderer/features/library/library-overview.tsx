import { IconFileText, IconPlus, IconUpload } from '@tabler/icons-react';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { promptAddress } from '../../format/address.ts';
import { formatCount } from '../../format/counts.ts';
import { placeKey, useConnections } from '../connections/connections-store.ts';
import { useDrafts } from '../editor/drafts-store.ts';
import { importPrompts } from '../import/commands.ts';
import { newPrompt } from './commands.ts';
import classes from './library-overview.module.css';
import { useLibrary } from './library-store.ts';
import { describePromptState } from './prompt-state.ts';

const shownAtMost = 30;

/** What stands in the middle while no prompt is open: what changed last, and what to do first. */
export function LibraryOverview() {
  const connection = useConnections((state) => state.currentId);
  const prompts = useLibrary((state) => state.prompts[connection]);
  const error = useLibrary((state) => state.errors[connection]);
  const load = useLibrary((state) => state.load);
  const drafts = useDrafts((state) => state.drafts);

  if (!prompts) {
    return (
      <Page title="Prompts">
        {error ? (
          <ErrorNote title={describeError(error).title} onRetry={() => void load(connection)}>
            {describeErrorInFull(error)}
          </ErrorNote>
        ) : (
          <SkeletonLines count={8} label="The prompts are being loaded" />
        )}
      </Page>
    );
  }
  if (prompts.length === 0) {
    return (
      <EmptyState
        icon={<IconFileText size={22} aria-hidden />}
        title="Write your first prompt"
        action={
          <>
            <CommandButton command={newPrompt} leftSection={<IconPlus size={15} aria-hidden />} />
            <ImportButton />
          </>
        }
      >
        A prompt is the text that your application sends to a model. Save versions of it, and promote the one
        that applications get.
      </EmptyState>
    );
  }
  const newest = prompts.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, shownAtMost);
  return (
    <Page
      title="Prompts"
      subtitle={`${formatCount(prompts.length, 'prompt')}, the last changed first.`}
      actions={<ImportButton />}
    >
      <ul className={classes.list} aria-label="Last changed">
        {newest.map((prompt) => {
          const state = describePromptState(prompt);
          const hasDraft = drafts[placeKey({ connection, prompt: prompt.name })] !== undefined;
          return (
            <li key={prompt.name}>
              <a className={classes.row} href={promptAddress(prompt.name)}>
                <span className={classes.body}>
                  <span className={classes.title}>{prompt.title}</span>
                  <span className={classes.description}>{prompt.description || prompt.name}</span>
                </span>
                <span className={classes.badges}>
                  {hasDraft ? <StateBadge tone="warning">draft</StateBadge> : null}
                  {state ? <StateBadge tone={state.tone}>{state.label}</StateBadge> : null}
                </span>
                <span className={classes.versions}>
                  v{prompt.latest}
                  {prompt.stable === null ? '' : ` · stable v${prompt.stable}`}
                </span>
                <span className={classes.time}>
                  <TimeAgo time={prompt.updatedAt} />
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}

function ImportButton() {
  return (
    <CommandButton
      command={importPrompts}
      variant="default"
      leftSection={<IconUpload size={15} aria-hidden />}
    />
  );
}
