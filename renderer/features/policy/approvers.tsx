import { useEffect } from 'react';
import { isActive } from '#core/contract/is-active.ts';
import type { Policy } from '#core/domain/promotion.ts';
import { Callout } from '../../components/callout.tsx';
import { settingsAddress } from '../../format/address.ts';
import { wordsOf } from '../../format/roles.ts';
import { useMembers } from '../members/members-store.ts';
import classes from './approvers.module.css';
import { findShortage, listApprovers, listUnableToReview, nameSome } from './policy-sentences.ts';

interface ApproversProps {
  readonly connection: string;
  readonly policy: Policy;
}

/** Who could approve under a policy, and a warning where they are too few. */
export function Approvers({ connection, policy }: ApproversProps) {
  const everybody = useMembers((state) => state.members[connection]);
  const members = everybody?.filter(isActive);
  useEffect(() => void useMembers.getState().load(connection), [connection]);
  if (!members || policy.requiredApprovals === 0) return null;
  const approvers = listApprovers(policy, members);
  const unable = listUnableToReview(policy, members);
  const shortage = findShortage(policy, members);
  return (
    <div className={classes.root}>
      {approvers.length > 0 ? (
        <p>
          Who may approve now: <strong>{nameSome(approvers)}</strong>.
        </p>
      ) : null}
      {unable.length > 0 ? (
        <p>
          {nameSome(unable)} {unable.length === 1 ? 'needs' : 'need'} the role {wordsOf('reviewer').name} as
          well to approve.
        </p>
      ) : null}
      {shortage ? (
        <Callout tone={shortage.tone} title={shortage.title}>
          {shortage.sentence} <a href={settingsAddress('members')}>Members and keys</a>
        </Callout>
      ) : null}
    </div>
  );
}
