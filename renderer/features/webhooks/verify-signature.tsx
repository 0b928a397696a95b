import { useState } from 'react';
import { CodeBlock } from '../../components/code-block.tsx';
import { CopyTextButton } from '../../components/copy-text-button.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { verifySnippets } from './verify-snippets.ts';
import classes from './webhooks.module.css';

/** How a receiver makes sure that a message is the registry's. */
export function VerifySignature() {
  const [language, setLanguage] = useState<string>('typescript');
  const snippet = verifySnippets.find(({ id }) => id === language) ?? verifySnippets[0];
  return (
    <section aria-label="Verify the signature" className={classes.stack}>
      <div className={classes.line}>
        <h3>Verify the signature</h3>
        <Segmented
          label="Language"
          value={language}
          onChange={setLanguage}
          options={verifySnippets.map(({ id, label }) => ({ value: id, label }))}
        />
      </div>
      <p className={classes.text}>
        Every message is signed with the secret, as Standard Webhooks describes it. Answer within 15 seconds;
        a message may come twice, under the same id.
      </p>
      <CodeBlock
        code={snippet.code}
        label={snippet.label}
        actions={<CopyTextButton text={snippet.code} label="Copy the code" />}
      />
    </section>
  );
}
