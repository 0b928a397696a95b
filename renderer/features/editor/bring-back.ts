import type { EarlierText } from '#core/contract/earlier-draft-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { formatClock } from '../../format/dates.ts';
import { currentConnection, placeKey } from '../connections/connections-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { useEditor } from './editor-store.ts';
import { type FoundBase, findBase, standingOf } from './find-base.ts';
import { isSameText } from './prompt-document.ts';

/** Puts an earlier draft into the editor, as a step that can be undone. */
export async function bringBack(place: PromptPlace, text: EarlierText): Promise<void> {
  const onto = await findItsBase(place, text);
  const when = formatClock(text.savedAt);
  useEditor.getState().replaceText(place, text, `The draft of ${when} is in the editor`, { onto });
}

/**
 * Where others have saved since a text was written, it goes on standing on its own base: saving it meets what they
 * saved, and does not quietly undo it. Where the registry has lost that base, it has to be merged.
 *
 * @returns `null` where it may stand on what the text in the editor stands on
 */
export async function findItsBase(place: PromptPlace, text: EarlierText): Promise<FoundBase | null> {
  const document = useEditor.getState().documents[placeKey(place)];
  // What waits to be sent meets it when it is sent.
  if (!document || document.waiting) return null;
  const { baseVersion, baseContentHash: hash } = text;
  const standing = standingOf(document);
  const isSame = hash === null || standing.baseContentHash === null || hash === standing.baseContentHash;
  if (standing.baseVersion === baseVersion && isSame) return null;
  const versions = useVersions.getState().lists[placeKey(place)] ?? [];
  const found = await findBase(place, baseVersion, hash, versions[0]).catch(() => null);
  if (found?.lostBase) return isSameText(text, found.base) ? null : found;
  const me = currentConnection()?.member?.id;
  const since = versions.filter(({ version }) => version > baseVersion && version <= document.base.version);
  return since.every(({ author }) => author.id === me) ? null : found;
}
