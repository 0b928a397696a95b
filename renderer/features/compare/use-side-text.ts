import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { DeclaredText } from '#core/domain/declared-text.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from '../editor/editor-store.ts';
import { useVersionText } from '../history/versions-store.ts';

/** The text of a version, or of the draft where `version` is `null`; `null` while it is on its way. */
export function useSideText(
  place: PromptPlace,
  version: number | null,
): { readonly text: DeclaredText | null; readonly error: BridgeError | null } {
  const draft = useEditor((state) => state.documents[placeKey(place)]);
  const saved = useVersionText(place, version);
  return version === null ? { text: draft ?? null, error: null } : saved;
}
