import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ModelTrial } from '#core/contract/model-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { Banner } from '../../components/banner.tsx';
import { describeModelFault } from '../../format/describe-model-fault.ts';
import { useNotices } from '../shell/notices-store.ts';
import classes from './model-section.module.css';

/** Sends one short question to the model and says in words what came of it. */
export function TryOut({ isReady }: { readonly isReady: boolean }) {
  const [isBusy, setBusy] = useState(false);
  const [trial, setTrial] = useState<ModelTrial | null>(null);
  const run = async () => {
    setBusy(true);
    setTrial(null);
    try {
      setTrial(await unwrap(bridge.model.tryOut()));
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.tryOut}>
      <Button variant="default" loading={isBusy} disabled={!isReady} onClick={() => void run()}>
        Try it out
      </Button>
      <p className={classes.hint}>Sends one short question, and nothing of your prompts.</p>
      {trial?.ok ? (
        <Banner tone="neutral" title="It works.">
          The model answered in {trial.seconds.toFixed(1)} seconds.
        </Banner>
      ) : null}
      {trial && !trial.ok ? (
        <Banner tone="danger" title="It does not work yet.">
          {describeModelFault(trial.fault)}
        </Banner>
      ) : null}
    </div>
  );
}
