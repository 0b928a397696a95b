import { Tooltip } from '@mantine/core';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { currentConnection, mayDo, placeKey, useConnections } from '../connections/connections-store.ts';
import { discardDraft, saveVersion } from './commands.ts';
import { useEditor } from './editor-store.ts';
import { findSaveObstacle, hasChanges } from './prompt-document.ts';

/** What can be done with the text: save it as a version, or go back to the last one. */
export function SaveActions({ place }: { readonly place: PromptPlace }) {
  const document = useEditor((state) => state.documents[placeKey(place)]);
  const mayEdit = useConnections((state) => mayDo(currentConnection(state), 'editor'));
  const obstacle = findSaveObstacle(document, mayEdit);
  return (
    <>
      {document && hasChanges(document) ? <CommandButton command={discardDraft} variant="subtle" /> : null}
      <Tooltip label={obstacle} disabled={obstacle === null} position="bottom-end" openDelay={100}>
        <CommandButton
          command={saveVersion}
          withHint
          aria-disabled={obstacle !== null}
          {...(obstacle === null ? {} : { 'data-disabled': true })}
          loading={document?.isSaving ?? false}
        />
      </Tooltip>
    </>
  );
}
