import type { Policy } from '#core/domain/promotion.ts';
import { describePolicy } from '../../format/describe-policy.ts';
import classes from './policy-text.module.css';

/** A policy to be read. */
export function PolicyText({ policy }: { readonly policy: Policy }) {
  return (
    <ul className={classes.list} aria-label="What the policy asks for">
      {describePolicy(policy).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
