import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { isActive } from '#core/contract/is-active.ts';
import type { Member, NewKey } from '#core/contract/shapes.ts';
import { Loading } from '../../bridge/loading.tsx';
import { formatCount } from '../../format/counts.ts';
import { useNotices } from '../shell/notices-store.ts';
import { isUsable } from './describe-key.ts';
import { KeyRow } from './key-row.tsx';
import { memberKey, useMemberKeys } from './member-keys-store.ts';
import classes from './members.module.css';
import { NewKeyForm } from './new-key-form.tsx';

interface MemberKeysProps {
  readonly connection: string;
  readonly member: Member;
  /** Why the keys may not be touched here; `null` where they may. */
  readonly whyHeld: string | null;
  readonly onMade: (made: NewKey) => void;
}

/** The keys of a member: those that work, a way to make one, and those that no longer do. */
export function MemberKeys({ connection, member, whyHeld, onMade }: MemberKeysProps) {
  const keys = useMemberKeys((state) => state.keys[memberKey(connection, member.id)]);
  const error = useMemberKeys((state) => state.errors[memberKey(connection, member.id)]);
  const [showsEnded, setShowsEnded] = useState(false);
  const load = () => void useMemberKeys.getState().load(connection, member.id);
  useEffect(() => void useMemberKeys.getState().load(connection, member.id), [connection, member.id]);
  if (!keys) return <Loading label="The keys are being loaded" error={error} onRetry={load} />;
  const usable = keys.filter((key) => isUsable(key));
  const ended = keys.filter((key) => !isUsable(key));
  const rowFor = (key: (typeof keys)[number]) => (
    <KeyRow
      key={`${key.id} ${key.prefix}`}
      connection={connection}
      item={key}
      whyHeld={whyHeld}
      onRotated={(made) => {
        load();
        onMade(made);
      }}
      onRevoked={() => {
        load();
        useNotices.getState().show({ tone: 'success', title: `The key “${key.name}” is revoked` });
      }}
    />
  );
  return (
    <section aria-label="Keys" className={classes.stack}>
      <h3>Keys</h3>
      {usable.length > 0 ? (
        <ul className={classes.keys}>{usable.map(rowFor)}</ul>
      ) : (
        <p className={classes.text}>
          {member.name} has no key that works, so nobody can sign in as {member.name}.
          {isActive(member) ? ' Make one below.' : null}
        </p>
      )}
      {isActive(member) ? (
        <NewKeyForm
          connection={connection}
          member={member}
          onMade={(made) => {
            load();
            onMade(made);
          }}
        />
      ) : null}
      {ended.length > 0 ? (
        <Button
          variant="subtle"
          className={`${classes.more}`}
          aria-expanded={showsEnded}
          onClick={() => setShowsEnded(!showsEnded)}
        >
          {showsEnded ? 'Hide' : 'Show'} {formatCount(ended.length, 'key')} that no longer{' '}
          {ended.length === 1 ? 'works' : 'work'}
        </Button>
      ) : null}
      {showsEnded ? <ul className={classes.keys}>{ended.map(rowFor)}</ul> : null}
    </section>
  );
}
