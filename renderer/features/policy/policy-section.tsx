import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { PromptPolicy } from '#core/contract/promotion-shapes.ts';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { Loading } from '../../bridge/loading.tsx';
import { useCall } from '../../bridge/use-call.ts';
import { Callout } from '../../components/callout.tsx';
import { DialogActions } from '../../components/dialog.tsx';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { useRefusal } from '../../components/refusal-context.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { Approvers } from './approvers.tsx';
import { OwnPolicies } from './own-policies.tsx';
import { usePolicyDrafts } from './policy-drafts-store.ts';
import { PolicyEffects } from './policy-effects.tsx';
import classes from './policy-section.module.css';
import { isSamePolicy } from './policy-sentences.ts';
import { PolicySentences } from './policy-sentences.tsx';
import { usePolicies } from './policy-store.ts';
import { PolicyText } from './policy-text.tsx';
import { savePolicy } from './save-policy.ts';

/** The policy of the registry on the screen: to be changed by administrators, to be read by everybody else. */
export function PolicySection() {
  const connection = useConnections((state) => state.currentId);
  const refusal = useRefusal('admin');
  const isSandbox = useConnections((state) => currentConnection(state)?.kind === 'sandbox');
  const policy = usePolicies((state) => state.policies[connection]);
  const error = usePolicies((state) => state.errors[connection]);
  const load = () => void usePolicies.getState().load({ connection });
  useEffect(load, [connection]);
  if (!policy) return <Loading label="The policy is being loaded" error={error} onRetry={load} />;
  return (
    <div className={classes.root}>
      <p className={classes.text}>
        What has to be there before a version may become stable, for every prompt that has no policy of its
        own.
        {isSandbox ? ' You are alone in the sandbox, so nothing is asked for until you try it out here.' : ''}
      </p>
      {refusal === null ? (
        <PolicyEditor key={connection} connection={connection} policy={policy} />
      ) : (
        <>
          <PolicyText policy={policy} />
          <p className={classes.text}>To change it: {refusal}</p>
        </>
      )}
      <OwnPolicies connection={connection} />
    </div>
  );
}

interface PolicyEditorProps {
  readonly connection: string;
  /** What holds now. */
  readonly policy: PromptPolicy;
}

function PolicyEditor({ connection, policy }: PolicyEditorProps) {
  const draft = usePolicyDrafts((state) => state.drafts[connection]);
  const { put, discard } = usePolicyDrafts.getState();
  const { isRunning, error, run } = useCall();
  const shown = draft?.policy ?? policy;
  const isChanged = draft !== undefined && !isSamePolicy(draft.policy, policy);
  const wasChangedByOthers = isChanged && !isSamePolicy(draft.base, policy);
  const reason = draft?.reason ?? '';

  const save = () =>
    void run(
      () =>
        savePolicy({ connection }, { policy: shown, reason, before: policy, title: 'The policy is changed' }),
      () => discard(connection),
    );

  return (
    <form
      aria-label="Policy"
      className={classes.root}
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) save();
      }}
    >
      <PolicySentences
        policy={shown}
        onChange={(next) => put(connection, { base: draft?.base ?? policy, policy: next, reason })}
      />
      <Approvers connection={connection} policy={shown} />
      {isChanged ? (
        <>
          {wasChangedByOthers ? (
            <Callout tone="warning" title="Somebody else changed the policy in the meantime. It now says:">
              <PolicyText policy={policy} />
            </Callout>
          ) : null}
          <PolicyEffects subject={{ connection }} policy={shown} />
          <GrowingTextarea
            label="Reason"
            description="It is kept with the change in the activity. It may be empty."
            minRows={1}
            maxRows={6}
            maxLength={2_000}
            value={reason}
            onChange={(event) =>
              put(connection, { base: draft.base, policy: shown, reason: event.currentTarget.value })
            }
          />
          <ErrorBanner error={error} />
          <DialogActions>
            <Button variant="default" disabled={isRunning} onClick={() => discard(connection)}>
              Discard changes
            </Button>
            <Button type="submit" loading={isRunning}>
              Save policy
            </Button>
          </DialogActions>
        </>
      ) : null}
    </form>
  );
}
