import type { Policy } from '#core/domain/promotion.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { promptAddress } from '../../format/address.ts';
import { formatCount } from '../../format/counts.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import classes from './policy-effects.module.css';
import { describeEffect } from './policy-sentences.ts';
import type { PolicySubject } from './policy-store.ts';
import { usePolicyPreview } from './use-policy-preview.ts';

interface PolicyEffectsProps {
  readonly subject: PolicySubject;
  readonly policy: Policy;
}

/** What a policy that is not saved yet would change for the requests that are open now. */
export function PolicyEffects({ subject, policy }: PolicyEffectsProps) {
  const { preview, error } = usePolicyPreview(subject, policy);
  const library = useLibrary();
  if (error) return <p>What this changes for open requests cannot be told now.</p>;
  if (!preview) return <SkeletonLines count={1} label="The open requests are being looked at" />;
  const { open, effects } = preview;
  const total = formatCount(open, 'open request');
  if (open === 0) return <p className={classes.text}>No request is open, so nobody’s approval is touched.</p>;
  if (effects.length === 0) {
    return (
      <p className={classes.text}>
        {open === 1 ? 'The open request stays as it is.' : `All ${total} stay as they are.`}
      </p>
    );
  }
  return (
    <section aria-label="What changes for open requests" className={classes.root}>
      <p className={classes.text}>
        Of {total}, {effects.length === 1 ? '1 changes' : `${effects.length} change`}:
      </p>
      <ul className={classes.list}>
        {effects.map((effect) => (
          <li key={effect.id} className={classes.effect}>
            <p>
              <a href={promptAddress(effect.prompt, 'promotion')}>
                {findPrompt(library, subject.connection, effect.prompt)?.title ?? effect.prompt} v
                {effect.version}
              </a>{' '}
              <span className={classes.who}>asked for by {effect.requestedBy.name}</span>
            </p>
            <p className={classes.text}>{describeEffect(effect).join(' ')}</p>
            <span className={classes.state}>
              {effect.after.missing.length === 0 ? (
                <StateBadge tone="positive">ready</StateBadge>
              ) : effect.voided.length > 0 ? (
                <StateBadge tone="danger">approval void</StateBadge>
              ) : (
                <StateBadge tone="warning">waiting</StateBadge>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
