import { useEffect } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { canRun } from '../../command.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { useConnections } from '../connections/connections-store.ts';
import { changePromptPolicy } from './commands.ts';
import { policyKey, usePolicies } from './policy-store.ts';
import { PolicyText } from './policy-text.tsx';
import classes from './prompt-policy.module.css';

/** What has to be there before a version of this prompt becomes stable, in its Promotion tab. */
export function PromptPolicy({ place }: { readonly place: PromptPlace }) {
  const policy = usePolicies((state) => state.policies[policyKey(place)]);
  // What may be done depends on whose key is used.
  useConnections();
  useEffect(() => void usePolicies.getState().load(place), [place]);
  if (!policy) return null;
  return (
    <section aria-label="Policy" className={classes.root}>
      <div className={classes.header}>
        <h2>Policy</h2>
        <span className={classes.source}>
          {policy.inherited ? 'the same as the registry’s' : 'of this prompt alone'}
        </span>
        {canRun(changePromptPolicy) ? (
          <CommandButton command={changePromptPolicy} variant="subtle" h={26} px={8} fz={12} me={-8} />
        ) : null}
      </div>
      <PolicyText policy={policy} />
    </section>
  );
}
