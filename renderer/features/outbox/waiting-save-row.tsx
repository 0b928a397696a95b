import { Button } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { SaveObstacle, WaitingSave } from '#core/contract/outbox-shapes.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { RefusableButton } from '../../components/refusable-button.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { formatClock } from '../../format/dates.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import classes from './outbox-dialog.module.css';
import { useOutbox } from './outbox-store.ts';

interface WaitingSaveRowProps {
  readonly save: WaitingSave;
  /** True for the last one of its prompt: those before it are part of it. */
  readonly isLast: boolean;
}

/** One save that waits: what it is, why it waits, and its note. */
export function WaitingSaveRow({ save, isLast }: WaitingSaveRowProps) {
  const prompt = useLibrary((state) => findPrompt(state, save.connection, save.prompt));
  const [note, setNote] = useState(save.note);
  const [error, setError] = useState<BridgeError | null>(null);
  const title = prompt?.title ?? save.prompt;
  const attempt = (work: Promise<void>) =>
    work.then(
      () => setError(null),
      (thrown: unknown) => setError(toBridgeError(thrown)),
    );
  const keepNote = useDebouncedCallback(
    (changed: string) => void attempt(useOutbox.getState().changeNote(save, changed)),
    { delay: 300, flushOnUnmount: true },
  );
  const takeBack = async () => {
    await useOutbox.getState().takeBack(save);
    useNotices.getState().show({
      tone: 'neutral',
      title: `Your text of ${title} is a draft again`,
      message: 'If it had arrived just before, you find it in the history.',
      action: { label: 'Open', run: () => useNavigation.getState().openPrompt(save.prompt) },
    });
  };
  return (
    <li className={classes.save}>
      <div className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        <span className={classes.time}>
          saved <TimeAgo time={save.savedAt} />
        </span>
      </div>
      <Reason obstacle={save.obstacle} />
      <GrowingTextarea
        label="Note"
        minRows={1}
        maxRows={5}
        maxLength={2_000}
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value);
          keepNote(event.currentTarget.value);
        }}
        onBlur={() => keepNote.flush()}
      />
      {error ? <p className={classes.problem}>{describeErrorInFull(error)}</p> : null}
      <div className={classes.actions}>
        {save.obstacle?.theirs ? (
          <Button
            h={28}
            onClick={() => {
              useNavigation.getState().openPrompt(save.prompt);
              useNavigation.getState().openDialog('merge');
            }}
          >
            Merge
          </Button>
        ) : null}
        <RefusableButton
          variant="default"
          h={28}
          refusal={isLast ? null : 'Take back the later save of this prompt first.'}
          aria-label={`Take back into the draft: ${title}`}
          onClick={() => void attempt(takeBack())}
        >
          Take back into the draft
        </RefusableButton>
      </div>
    </li>
  );
}

/** Why a save is still here. */
function Reason({ obstacle }: { readonly obstacle: SaveObstacle | null }) {
  if (!obstacle) return null;
  if (obstacle.theirs) {
    const { author, version, createdAt } = obstacle.theirs;
    return (
      <p className={classes.problem}>
        {author.name} saved v{version} at {formatClock(createdAt)}. Merge both texts, then save the result.
      </p>
    );
  }
  const error: BridgeError = {
    code: obstacle.code as BridgeError['code'],
    detail: obstacle.detail,
    members: {},
  };
  return (
    <p className={classes.problem}>
      The registry did not take it: {describeError(error).title.toLowerCase()}. {describeErrorInFull(error)}
    </p>
  );
}
