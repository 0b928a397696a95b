import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import type { Policy } from '#core/domain/promotion.ts';
import type { Role } from '#core/domain/roles.ts';
import { wordsOf } from '../../format/roles.ts';
import classes from './policy-sentences.module.css';

interface PolicySentencesProps {
  readonly policy: Policy;
  readonly onChange: (policy: Policy) => void;
}

const mostApprovals = 20;
const offered: readonly Role[] = ['reviewer', 'promoter', 'editor', 'admin'];

/** A policy as sentences whose words can be changed. */
export function PolicySentences({ policy, onChange }: PolicySentencesProps) {
  const { requiredApprovals, reviewerRoles, authorMayApprove, requirePassingTests } = policy;
  const change = (part: Partial<Policy>) => onChange({ ...policy, ...part });
  // A role that this version of the app does not offer stays where it was set.
  const shown = [...new Set([...offered, ...reviewerRoles])];
  const choose = (role: Role, isChosen: boolean) => {
    const chosen = shown.filter((each) => (each === role ? isChosen : reviewerRoles.includes(each)));
    // Somebody has to be left who approves.
    if (chosen.length > 0) change({ reviewerRoles: chosen });
  };
  const asksNobody = requiredApprovals === 0;
  return (
    <div className={classes.sentences}>
      <div className={classes.sentence}>
        <span>A version becomes stable after</span>
        <NumberInput
          aria-label="Approvals"
          w={68}
          min={0}
          max={mostApprovals}
          allowDecimal={false}
          clampBehavior="strict"
          value={requiredApprovals}
          onChange={(value) => {
            if (typeof value === 'number') change({ requiredApprovals: value });
          }}
        />
        <span>{approvalWords(requiredApprovals)}</span>
        <fieldset className={classes.roles} aria-label="Who approves" hidden={asksNobody}>
          {shown.map((role) => (
            <Checkbox
              key={role}
              size="sm"
              label={wordsOf(role).people}
              checked={reviewerRoles.includes(role)}
              onChange={(event) => choose(role, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
      </div>
      <div className={classes.sentence} hidden={asksNobody}>
        <span>The author, and whoever asks for the promotion,</span>
        <NativeSelect
          aria-label="Approving one’s own words"
          value={authorMayApprove ? 'may' : 'may not'}
          onChange={(event) => change({ authorMayApprove: event.currentTarget.value === 'may' })}
          data={['may not', 'may']}
        />
        <span>approve it themselves.</span>
      </div>
      <div className={classes.sentence}>
        <span>Test inputs</span>
        <NativeSelect
          aria-label="Test inputs"
          value={requirePassingTests ? 'must' : 'need not'}
          onChange={(event) => change({ requirePassingTests: event.currentTarget.value === 'must' })}
          data={['need not', 'must']}
        />
        <span>pass.</span>
      </div>
    </div>
  );
}

function approvalWords(count: number): string {
  if (count === 0) return 'approvals: nobody is asked.';
  return count === 1 ? 'approval by' : 'approvals by';
}
