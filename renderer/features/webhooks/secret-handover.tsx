import { Callout } from '../../components/callout.tsx';
import { CodeBlock } from '../../components/code-block.tsx';
import { CopyTextButton } from '../../components/copy-text-button.tsx';
import { VerifySignature } from './verify-signature.tsx';
import classes from './webhooks.module.css';

interface SecretHandoverProps {
  readonly secret: string;
  /** True where another secret was in use before. */
  readonly isRotated: boolean;
}

/** A secret that was just made: to be copied now, and what the receiver does with it. */
export function SecretHandover({ secret, isRotated }: SecretHandoverProps) {
  return (
    <section aria-label="The new secret" className={classes.stack}>
      <Callout tone="positive" title="The secret is shown only now">
        Copy it to the receiver, as WEBHOOK_SECRET.
        {isRotated ? ' For 24 hours messages are signed with the secret before as well.' : ''}
      </Callout>
      <CodeBlock
        code={secret}
        label="Secret"
        wraps
        actions={<CopyTextButton text={secret} label="Copy the secret" />}
      />
      <VerifySignature />
    </section>
  );
}
