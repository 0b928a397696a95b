import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TestResult } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { useSettings } from '../settings/settings-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { AskDialog } from './ask-dialog.tsx';
import { runningRunOf, useModelRuns } from './model-runs-store.ts';
import classes from './test-inputs-view.module.css';
import { choicesAt, useTestView } from './test-view-store.ts';

interface AskButtonProps {
  readonly place: PromptPlace;
  readonly results: readonly TestResult[];
  readonly candidateName: string;
  readonly baselineName: string | null;
}

/** Asks what a model answers to the finished texts, and shows how far that is. */
export function AskButton(props: AskButtonProps) {
  const { place } = props;
  const model = useSettings((state) => state.settings.model);
  const running = useModelRuns((state) => runningRunOf(state, place));
  const selected = useTestView((state) => choicesAt(state, place).selected);
  const [isOpen, setOpen] = useState(false);
  if (running) {
    const done = running.answers.filter(({ state }) => state !== 'waiting' && state !== 'answering').length;
    return (
      <span className={classes.progress}>
        <progress aria-label="Answers of the model" value={done} max={running.answers.length} />
        <span role="status">
          {done} of {running.answers.length} answered
        </span>
        <Button variant="default" onClick={() => void useModelRuns.getState().cancel(running.id)}>
          Stop asking
        </Button>
      </span>
    );
  }
  const isSetUp = model !== null && model.address !== '' && model.name !== '';
  const open = () => {
    if (isSetUp) return setOpen(true);
    useNotices.getState().show({
      tone: 'neutral',
      title: 'No model is set up yet',
      message: 'Give its address and its name first. Nothing is sent before you ask for it.',
      action: { label: 'Set up', run: () => useNavigation.getState().openSettings('model') },
    });
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        Ask the model…
      </Button>
      {isSetUp ? (
        <AskDialog
          {...props}
          model={model}
          selected={selected ?? props.results[0]?.input.id}
          opened={isOpen}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
