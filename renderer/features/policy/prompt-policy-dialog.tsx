import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { PromptPolicy } from '#core/contract/promotion-shapes.ts';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { Policy } from '#core/domain/promotion.ts';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { Loading } from '../../bridge/loading.tsx';
import { useCall } from '../../bridge/use-call.ts';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { useNavigation } from '../shell/navigation-store.ts';
import { Approvers } from './approvers.tsx';
import { PolicyEffects } from './policy-effects.tsx';
import classes from './policy-section.module.css';
import { isSamePolicy } from './policy-sentences.ts';
import { PolicySentences } from './policy-sentences.tsx';
import { policyKey, usePolicies } from './policy-store.ts';
import { PolicyText } from './policy-text.tsx';
import { savePolicy } from './save-policy.ts';

interface PromptPolicyDialogProps {
  readonly place: PromptPlace;
  readonly prompt: PromptSummary;
}

/** Gives a prompt a policy of its own, or lets it follow the registry's. */
export function PromptPolicyDialog({ place, prompt }: PromptPolicyDialogProps) {
  const opened = useNavigation((state) => state.dialog === 'prompt-policy');
  const closeDialog = useNavigation((state) => state.closeDialog);
  const { connection } = place;
  const policy = usePolicies((state) => state.policies[policyKey(place)]);
  const general = usePolicies((state) => state.policies[connection]);
  const error = usePolicies((state) => state.errors[policyKey(place)] ?? state.errors[connection]);
  const load = () => {
    void usePolicies.getState().load(place);
    void usePolicies.getState().load({ connection });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded whenever it is opened
  useEffect(() => {
    if (opened) load();
  }, [opened, place]);
  return (
    <Dialog title={`Policy of ${prompt.title}`} size="medium" opened={opened} onClose={closeDialog}>
      {policy && general ? (
        <PromptPolicyForm place={place} policy={policy} general={general} onClose={closeDialog} />
      ) : (
        <Loading label="The policy is being loaded" error={error} onRetry={load} />
      )}
    </Dialog>
  );
}

interface PromptPolicyFormProps {
  readonly place: PromptPlace;
  /** What holds for the prompt now. */
  readonly policy: PromptPolicy;
  /** The registry's. */
  readonly general: Policy;
  readonly onClose: () => void;
}

function PromptPolicyForm({ place, policy, general, onClose }: PromptPolicyFormProps) {
  const [source, setSource] = useState(policy.inherited ? 'registry' : 'own');
  const [own, setOwn] = useState<Policy>(policy);
  const [reason, setReason] = useState('');
  const { isRunning, error, run } = useCall();
  const form = useRef<HTMLFormElement>(null);
  // It comes after the dialog, whose button to close has the focus until then.
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus(), []);
  const followsRegistry = source === 'registry';
  const wanted = followsRegistry ? general : own;
  const isChanged = followsRegistry !== policy.inherited || (!followsRegistry && !isSamePolicy(own, policy));

  const save = () =>
    void run(
      () =>
        savePolicy(place, {
          policy: followsRegistry ? null : own,
          reason,
          before: policy,
          title: followsRegistry
            ? 'The prompt follows the registry’s policy'
            : 'The prompt has its own policy',
        }),
      onClose,
    );

  return (
    <form
      ref={form}
      className={classes.root}
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) save();
      }}
    >
      <div className={classes.mode}>
        <Segmented
          label="Which policy"
          takesFocus
          value={source}
          onChange={setSource}
          options={[
            { value: 'registry', label: 'Same as the registry' },
            { value: 'own', label: 'Its own' },
          ]}
        />
      </div>
      {followsRegistry ? <PolicyText policy={general} /> : <PolicySentences policy={own} onChange={setOwn} />}
      <Approvers connection={place.connection} policy={wanted} />
      {isChanged ? (
        <>
          <PolicyEffects subject={place} policy={wanted} />
          <GrowingTextarea
            label="Reason"
            description="It is kept with the change in the activity. It may be empty."
            minRows={1}
            maxRows={6}
            maxLength={2_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      ) : null}
      <ErrorBanner error={error} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={isRunning} disabled={!isChanged}>
          Save policy
        </Button>
      </DialogActions>
    </form>
  );
}
