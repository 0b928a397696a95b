import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { isActive } from '#core/contract/is-active.ts';
import type { Member } from '#core/contract/shapes.ts';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { useCall } from '../../bridge/use-call.ts';
import { DialogActions } from '../../components/dialog.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import { useNotices } from '../shell/notices-store.ts';
import classes from './members.module.css';
import { useMembers } from './members-store.ts';

interface MemberAccessProps {
  readonly connection: string;
  readonly member: Member;
}

/** Takes a member's access away as a whole, and gives it back. */
export function MemberAccess({ connection, member }: MemberAccessProps) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const { isRunning, error, run, forgetError } = useCall();
  const { id, name } = member;
  const button = useRef<HTMLButtonElement>(null);
  /** What it would become. */
  const active = !isActive(member);
  const change = () =>
    run(
      () => useMembers.getState().change(connection, id, { active, ...(active ? {} : { reason }) }),
      () => {
        setAsking(false);
        setReason('');
        setTried(false);
        useNotices.getState().show({ tone: 'success', title: `${name} is ${active ? 're' : 'de'}activated` });
        // What was pressed is gone: the way back stands in its place.
        requestAnimationFrame(() => button.current?.focus());
      },
    );

  if (active) {
    return (
      <section aria-label="Access" className={classes.stack}>
        <h3>Access</h3>
        <p className={classes.text}>
          Once reactivated, {name} has the same roles as before, and the keys above work again at once. Revoke
          first those that should not.
        </p>
        <ErrorBanner error={error} />
        <Button
          ref={button}
          className={`${classes.more}`}
          variant="default"
          loading={isRunning}
          onClick={() => void change()}
        >
          Reactivate
        </Button>
      </section>
    );
  }
  return (
    <section aria-label="Access" className={classes.stack}>
      <h3>Access</h3>
      {isAsking ? (
        <form
          aria-label={`Deactivate ${name}`}
          className={classes.stack}
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (reason.trim() !== '') void change();
          }}
        >
          <ul className={classes.effects}>
            <li>Every key of {name} is refused at once, and whatever is open with one is disconnected.</li>
            <li>{name} does not count among those who can review or promote any more.</li>
            <li>What {name} wrote, approved and promoted stays, under this name, and goes on counting.</li>
            <li>You can reactivate {name} later, with the same roles and keys.</li>
          </ul>
          <ReasonField
            description="It is kept in the activity."
            value={reason}
            isMissing={wasTried && reason.trim() === ''}
            onChange={setReason}
          />
          <ErrorBanner error={error} />
          <DialogActions>
            <Button
              variant="default"
              onClick={() => {
                setAsking(false);
                forgetError();
              }}
            >
              Cancel
            </Button>
            <Button type="submit" loading={isRunning}>
              Deactivate
            </Button>
          </DialogActions>
        </form>
      ) : (
        <Button ref={button} className={`${classes.more}`} variant="default" onClick={() => setAsking(true)}>
          Deactivate…
        </Button>
      )}
    </section>
  );
}
