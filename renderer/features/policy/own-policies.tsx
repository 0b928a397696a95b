import { useEffect } from 'react';
import { Loading } from '../../bridge/loading.tsx';
import { promptAddress } from '../../format/address.ts';
import { describePolicy } from '../../format/describe-policy.ts';
import classes from './own-policies.module.css';
import { usePolicies } from './policy-store.ts';

/** The prompts that do not follow the registry's policy, each leading to where its own stands. */
export function OwnPolicies({ connection }: { readonly connection: string }) {
  const own = usePolicies((state) => state.own[connection]);
  const error = usePolicies((state) => state.ownErrors[connection]);
  const load = () => void usePolicies.getState().loadOwn(connection);
  useEffect(load, [connection]);
  return (
    <section aria-labelledby="own-policies" className={classes.root}>
      <h3 id="own-policies">Prompts with a policy of their own</h3>
      {own === undefined ? (
        <Loading label="The policies of prompts are being loaded" error={error} onRetry={load} />
      ) : own.length === 0 ? (
        <p className={classes.text}>
          All prompts follow the policy above. A prompt gets its own in its Promotion tab.
        </p>
      ) : (
        <ul className={classes.list}>
          {own.map(({ prompt, title, ...policy }) => (
            <li key={prompt} className={classes.item}>
              <a href={promptAddress(prompt, 'promotion')}>{title}</a>
              <p className={classes.text}>{describePolicy(policy).join(' ')}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
