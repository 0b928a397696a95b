import { Button } from '@mantine/core';
import { useState } from 'react';
import { longestRun } from '#core/contract/longest-run.ts';
import type { ModelQuestion, ModelSettings } from '#core/contract/model-shapes.ts';
import type { TestResult } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { formatCount } from '../../format/counts.ts';
import { readsDifferently } from '../../format/describe-results.ts';
import { estimateInput } from '../../format/model-costs.ts';
import { useNotices } from '../shell/notices-store.ts';
import { useModelRuns } from './model-runs-store.ts';

interface AskDialogProps {
  readonly place: PromptPlace;
  readonly model: ModelSettings;
  readonly results: readonly TestResult[];
  /** The id of the test input that is looked at. */
  readonly selected: string | undefined;
  readonly candidateName: string;
  readonly baselineName: string | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

type Scope = 'all' | 'differing' | 'selected';

/** Says what would be sent where, and sends it once the user wants that. */
export function AskDialog({ opened, onClose, ...props }: AskDialogProps) {
  return (
    <Dialog title="Ask the model" opened={opened} onClose={onClose} size="medium">
      <Question {...props} onClose={onClose} />
    </Dialog>
  );
}

function Question(props: Omit<AskDialogProps, 'opened'>) {
  const { place, model, results, selected, candidateName, baselineName, onClose } = props;
  const [scope, setScope] = useState<Scope>('all');
  const [isBusy, setBusy] = useState(false);
  const chosen = results.filter(
    (result) =>
      scope === 'all' || (scope === 'selected' ? result.input.id === selected : readsDifferently(result)),
  );
  const questions = chosen.flatMap(toQuestions);
  const length = questions.reduce((sum, { text }) => sum + text.length, 0);
  const { tokens, amount } = estimateInput(length, model);
  const isTooMuch = length > longestRun;
  const send = async () => {
    setBusy(true);
    try {
      await useModelRuns
        .getState()
        .begin(place, { candidate: candidateName, baseline: baselineName, questions });
      onClose();
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
      setBusy(false);
    }
  };
  const sides = baselineName === null ? candidateName : `${candidateName} and ${baselineName}`;
  return (
    <>
      <Segmented
        label="Which test inputs"
        value={scope}
        onChange={setScope}
        options={[
          { value: 'all', label: 'All test inputs' },
          { value: 'differing', label: 'Those that read differently' },
          { value: 'selected', label: 'The one on the screen' },
        ]}
      />
      <p>
        <strong>
          {formatCount(questions.length, 'finished text')} of {formatCount(chosen.length, 'test input')}
        </strong>{' '}
        ({sides}) will be sent to <strong>{hostOf(model.address)}</strong>, for the model{' '}
        <strong>{model.name}</strong> to answer, with all values that are in them. Whoever runs that server
        can read them.
      </p>
      <p>
        That is about {formatCount(tokens, 'token')}
        {amount === null ? '' : `, ${amount},`} to send; answers are counted on top, as the server reports
        them. Where both sides read the same, the text is sent once. The answers stay on this machine, unless
        you keep a result together with them.
      </p>
      {isTooMuch ? <p role="alert">This is too much for one run: choose fewer test inputs.</p> : null}
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          loading={isBusy}
          disabled={questions.length === 0 || isTooMuch}
          data-autofocus
          onClick={() => void send()}
        >
          Send {formatCount(questions.length, 'text')}
        </Button>
      </DialogActions>
    </>
  );
}

/** What there is of finished texts; the same text is not sent twice. */
function toQuestions({ input, candidate, baseline }: TestResult): ModelQuestion[] {
  const common = { input: input.id, title: input.title.slice(0, 200) };
  const questions: ModelQuestion[] = [];
  if (candidate.text) questions.push({ ...common, side: 'candidate', text: candidate.text });
  if (baseline?.text && baseline.text !== candidate.text) {
    questions.push({ ...common, side: 'baseline', text: baseline.text });
  }
  return questions;
}

const hostOf = (address: string) => URL.parse(address)?.host ?? address;
