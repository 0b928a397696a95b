import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { CopyTextButton } from '../../components/copy-text-button.tsx';
import { RefusableButton } from '../../components/refusable-button.tsx';
import { useRefusal } from '../../components/refusal-context.ts';
import { useNotices } from '../shell/notices-store.ts';
import { keyVariable } from './snippets.ts';
import classes from './use-in-code.module.css';

interface ApplicationKeyProps {
  readonly connection: string;
  /** The key that was made; `null` until then. */
  readonly secret: string | null;
  readonly onMade: (secret: string) => void;
}

/** Makes a key that can only fetch prompts. It is shown once, and forgotten when the panel closes. */
export function ApplicationKey({ connection, secret, onMade }: ApplicationKeyProps) {
  const [name, setName] = useState('My application');
  const [isMaking, setMaking] = useState(false);
  const refusal = useRefusal('admin');

  const make = async () => {
    setMaking(true);
    try {
      const key = await unwrap(bridge.keys.createApplicationKey({ connection, name: name.trim() }));
      onMade(key.secret);
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    } finally {
      setMaking(false);
    }
  };

  if (secret !== null) {
    const line = `export ${keyVariable}=${secret}`;
    return (
      <>
        <p className={classes.text}>
          This key is shown once, here and in the code above. Keep it where your application reads its
          secrets.
        </p>
        <CodeBlock
          code={line}
          label="Application key"
          actions={<CopyTextButton text={secret} label="Copy the key" />}
        />
      </>
    );
  }
  return (
    <form
      className={classes.keyForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (refusal === null) void make();
      }}
    >
      <TextInput
        label="Name of the application"
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RefusableButton
        type="submit"
        variant="default"
        refusal={refusal}
        loading={isMaking}
        disabled={name.trim() === ''}
      >
        Make an application key
      </RefusableButton>
    </form>
  );
}
