import { Button, Tooltip } from '@mantine/core';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { KeyboardHint } from '../../components/keyboard-hint.tsx';
import { formatShortcut } from '../../format/shortcut.ts';
import { currentConnection, mayDo, placeKey, useConnections } from '../connections/connections-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useEditor } from './editor-store.ts';
import { findSaveObstacle, hasChanges } from './prompt-document.ts';

/** What can be done with the text: save it as a version, or go back to the last one. */
export function SaveActions({ place }: { readonly place: PromptPlace }) {
  const document = useEditor((state) => state.documents[placeKey(place)]);
  const discardDraft = useEditor((state) => state.discardDraft);
  const mayEdit = useConnections((state) => mayDo(currentConnection(state), 'editor'));
  const openDialog = useNavigation((state) => state.openDialog);
  const platform = useSettings((state) => state.info?.platform ?? 'linux');
  const obstacle = findSaveObstacle(document, mayEdit);
  return (
    <>
      {document && hasChanges(document) ? (
        <Button variant="subtle" onClick={() => discardDraft(place)}>
          Discard draft
        </Button>
      ) : null}
      <Tooltip label={obstacle} disabled={obstacle === null} position="bottom-end" openDelay={100}>
        <Button
          aria-disabled={obstacle !== null}
          {...(obstacle === null ? {} : { 'data-disabled': true })}
          loading={document?.isSaving ?? false}
          rightSection={<KeyboardHint keys={formatShortcut('mod+S', platform)} tone="on-accent" />}
          onClick={() => {
            if (obstacle === null) openDialog('save-version');
          }}
        >
          Save version
        </Button>
      </Tooltip>
    </>
  );
}
