import type { Member, NewKey } from '#core/contract/shapes.ts';
import { Callout } from '../../components/callout.tsx';
import { CodeBlock } from '../../components/code-block.tsx';
import { CopyTextButton } from '../../components/copy-text-button.tsx';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { writeInvitation } from './describe-key.ts';
import classes from './members.module.css';

interface KeyHandoverProps {
  readonly member: Member;
  readonly made: NewKey;
}

/** A key that was just made: to be copied now, and what to tell whoever gets it. */
export function KeyHandover({ member, made }: KeyHandoverProps) {
  const connection = useConnections(currentConnection);
  const address = connection?.address ?? '';
  const invitation = writeInvitation({ member, registry: connection?.name ?? '', address });
  return (
    <section aria-label="The new key" className={classes.stack}>
      <Callout tone="positive" title={`The key “${made.name}” of ${member.name} is shown only now`}>
        Copy it before you close this: the registry keeps no copy, and nobody can read it again.
      </Callout>
      <CodeBlock
        code={made.secret}
        label="Key"
        wraps
        actions={<CopyTextButton text={made.secret} label="Copy the key" />}
      />
      <p className={classes.text}>
        Send this to {member.name}, and the key by another way, for example a password manager. Never put a
        key into an address.
        {connection?.kind === 'sandbox' ? ' The sandbox answers on this machine alone.' : ''}
      </p>
      <CodeBlock
        code={invitation}
        label="What to send"
        wraps
        actions={<CopyTextButton text={invitation} label="Copy what to send" />}
      />
    </section>
  );
}
