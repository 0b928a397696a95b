import { Button } from '@mantine/core';
import { useState } from 'react';
import type { KeySummary } from '#core/contract/member-shapes.ts';
import type { NewKey } from '#core/contract/shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { unwrap } from '../../bridge/unwrap.ts';
import { useCall } from '../../bridge/use-call.ts';
import { DialogActions } from '../../components/dialog.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import { type BadgeTone, StateBadge } from '../../components/state-badge.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { describeKeyDates, isUsable, type KeyState, keyState } from './describe-key.ts';
import classes from './members.module.css';

interface KeyRowProps {
  readonly connection: string;
  readonly item: KeySummary;
  /** Why nothing may be done with it here; `null` where it may. */
  readonly whyHeld: string | null;
  readonly onRotated: (made: NewKey) => void;
  readonly onRevoked: () => void;
}

const badges: Partial<Record<KeyState, { readonly tone: BadgeTone; readonly word: string }>> = {
  'expires-soon': { tone: 'warning', word: 'expires soon' },
  expired: { tone: 'neutral', word: 'expired' },
  revoked: { tone: 'neutral', word: 'revoked' },
};

/** A key with what is known of it, and the two ways to end its secret. */
export function KeyRow({ connection, item, whyHeld, onRotated, onRevoked }: KeyRowProps) {
  const [step, setStep] = useState<'rotate' | 'revoke' | null>(null);
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const { isRunning, error, run, forgetError } = useCall();
  const badge = badges[keyState(item)];
  const { id } = item;
  const stop = () => {
    setStep(null);
    setTried(false);
    forgetError();
  };
  const confirm = () => {
    if (step === 'rotate') void run(() => unwrap(bridge.keys.rotate({ connection, id })), onRotated);
    else if (reason.trim() === '') setTried(true);
    else void run(() => unwrap(bridge.keys.revoke({ connection, id, reason })), onRevoked);
  };
  return (
    <li className={classes.key}>
      <div className={classes.keyLine}>
        <div className={classes.keyText}>
          <p>
            <strong>{item.name}</strong> <span className={classes.prefix}>{item.prefix}…</span>{' '}
            {badge ? <StateBadge tone={badge.tone}>{badge.word}</StateBadge> : null}
          </p>
          <p className={classes.text}>
            {describeKeyDates(item)} ·{' '}
            {item.lastUsedAt === null ? (
              'never used'
            ) : (
              <>
                used <TimeAgo time={item.lastUsedAt} />
              </>
            )}
          </p>
          {whyHeld !== null && isUsable(item) ? <p className={classes.text}>{whyHeld}</p> : null}
        </div>
        {isUsable(item) && whyHeld === null && step === null ? (
          <span className={classes.keyActions}>
            <Button variant="subtle" aria-label={`Rotate ${item.name}`} onClick={() => setStep('rotate')}>
              Rotate
            </Button>
            <Button variant="subtle" aria-label={`Revoke ${item.name}`} onClick={() => setStep('revoke')}>
              Revoke
            </Button>
          </span>
        ) : null}
      </div>
      {step !== null ? (
        <form
          aria-label={step === 'rotate' ? `Rotate ${item.name}` : `Revoke ${item.name}`}
          className={classes.stack}
          onSubmit={(event) => {
            event.preventDefault();
            confirm();
          }}
        >
          <p>
            {item.lastUsedAt === null
              ? 'Nothing has used this key yet.'
              : 'Whatever uses this key stops working at once.'}{' '}
            {step === 'rotate'
              ? 'It needs the new secret, which is shown once.'
              : 'A revoked key cannot be brought back: a new one has to be made.'}
          </p>
          {step === 'revoke' ? (
            <ReasonField
              description="It is kept in the activity."
              value={reason}
              isMissing={wasTried && reason.trim() === ''}
              onChange={setReason}
            />
          ) : null}
          <ErrorBanner error={error} />
          <DialogActions>
            <Button variant="default" onClick={stop}>
              Cancel
            </Button>
            <Button type="submit" loading={isRunning}>
              {step === 'rotate' ? 'Rotate key' : 'Revoke key'}
            </Button>
          </DialogActions>
        </form>
      ) : null}
    </li>
  );
}
