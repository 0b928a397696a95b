import { Drawer } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { CopyTextButton } from '../../components/copy-text-button.tsx';
import { KeepFocus } from '../../components/keep-focus.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { useInertBackground } from '../../components/use-inert-background.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { useVersions, versionKey } from '../history/versions-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { ApplicationKey } from './application-key.tsx';
import { makeSnippets } from './snippets.ts';
import classes from './use-in-code.module.css';

interface UseInCodeDrawerProps {
  readonly place: PromptPlace;
  readonly prompt: PromptSummary;
}

/** What an engineer needs to fetch this prompt: the address, code to paste, and a key. */
export function UseInCodeDrawer({ place, prompt }: UseInCodeDrawerProps) {
  const opened = useNavigation((state) => state.dialog === 'use-in-code');
  const closeDialog = useNavigation((state) => state.closeDialog);
  const connection = useConnections(currentConnection);
  const served = prompt.stable ?? prompt.latest;
  const version = useVersions((state) => state.texts[versionKey(place, served)]);
  const [language, setLanguage] = useState('curl');
  const [key, setKey] = useState<string | null>(null);
  // A key is shown once: with the panel it is gone.
  if (!opened && key !== null) setKey(null);
  useInertBackground(opened);
  useEffect(() => {
    if (!opened) return;
    useVersions
      .getState()
      .read(place, served)
      .catch((thrown: unknown) => useNotices.getState().showError(toBridgeError(thrown)));
  }, [opened, place, served]);

  const address = connection?.address ?? null;
  const snippets = useMemo(
    () =>
      address
        ? makeSnippets({
            address,
            prompt: place.prompt,
            content: version?.content ?? '',
            variables: version?.variables ?? [],
            isPromoted: prompt.stable !== null,
            key: key ?? undefined,
          })
        : [],
    [address, place.prompt, prompt.stable, version, key],
  );
  const snippet = snippets.find((candidate) => candidate.id === language);

  return (
    <Drawer
      title="Use in code"
      size={620}
      opened={opened}
      onClose={closeDialog}
      overlayProps={{ backgroundOpacity: 0.35 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.body}>
        <p className={classes.text}>
          One HTTP call returns the finished text of <strong>{prompt.title}</strong>. Whoever promotes a
          version changes what the next call returns: no restart, no deploy.
        </p>
        {prompt.stable === null ? (
          <p className={classes.warning}>
            Nothing is promoted yet, so the code asks for “latest”. Promote a version, then ask for “stable”.
          </p>
        ) : null}
        <section aria-label="Address">
          <h3>Address</h3>
          {address ? (
            <CodeBlock
              code={address}
              label="Registry address"
              actions={<CopyTextButton text={address} label="Copy the address" />}
            />
          ) : (
            <p className={classes.text}>The registry has not started yet.</p>
          )}
        </section>
        <section aria-label="Code">
          <div className={classes.line}>
            <h3>Code</h3>
            <Segmented
              label="Language"
              value={language}
              onChange={setLanguage}
              options={snippets.map(({ id, label }) => ({ value: id, label }))}
            />
          </div>
          {snippet ? (
            <CodeBlock
              code={snippet.code}
              label={snippet.label}
              actions={<CopyTextButton text={snippet.code} label="Copy the code" />}
            />
          ) : null}
        </section>
        <section aria-label="Key">
          <h3>Key</h3>
          <p className={classes.text}>
            An application needs a key of its own. It can fetch prompts and nothing else. The code above reads
            it from the environment.
          </p>
          <ApplicationKey connection={place.connection} secret={key} onMade={setKey} />
        </section>
      </div>
      <KeepFocus />
    </Drawer>
  );
}
