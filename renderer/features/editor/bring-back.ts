import type { EarlierText } from '#core/contract/earlier-draft-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { formatClock } from '../../format/dates.ts';
import { currentConnection, placeKey } from '../connections/connections-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { useEditor } from './editor-store.ts';

/** Puts an earlier draft into the editor, as a step that can be undone. */
export async function bringBack(place: PromptPlace, text: EarlierText): Promise<void> {
  await standOnItsBase(place, text.baseVersion);
  const when = formatClock(text.savedAt);
  useEditor.getState().replaceText(place, text, `The draft of ${when} is in the editor`);
}

/**
 * Where others have saved since a text was written, it goes on standing on its own base: saving it meets what they
 * saved, and does not quietly undo it.
 */
export async function standOnItsBase(place: PromptPlace, baseVersion: number): Promise<void> {
  const base = useEditor.getState().documents[placeKey(place)]?.base;
  const me = currentConnection()?.member?.id;
  if (!base || base.version <= baseVersion) return;
  const since = (useVersions.getState().lists[placeKey(place)] ?? []).filter(
    ({ version }) => version > baseVersion && version <= base.version,
  );
  if (since.every(({ author }) => author.id === me)) return;
  const older = await useVersions
    .getState()
    .read(place, baseVersion)
    .catch(() => null);
  if (older) useEditor.getState().rebase(place, older);
}
