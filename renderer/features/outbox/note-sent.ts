import type { BridgeEvents } from '#core/contract/bridge-events.ts';
import { useEditor } from '../editor/editor-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { useNotices } from '../shell/notices-store.ts';

/** Takes in that a save which had waited is a version now, and says so. */
export function noteWaitingSaveSent({
  connection,
  version,
  noteNotSent,
}: BridgeEvents['waitingSaveSent']): void {
  const place = { connection, prompt: version.prompt };
  useEditor.getState().noteSent(place, version);
  const title = findPrompt(useLibrary.getState(), connection, version.prompt)?.title ?? version.prompt;
  if (noteNotSent) {
    useNotices.getState().show({
      tone: 'warning',
      title: `v${version.version} of ${title} is saved, with its earlier note`,
      message: `It had arrived before you changed the note to “${noteNotSent}”.`,
      isLasting: true,
    });
    return;
  }
  useNotices.getState().show({
    tone: 'success',
    title: `v${version.version} of ${title} is saved`,
    message: 'It had waited to be sent.',
  });
}
