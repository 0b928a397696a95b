import { useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { DeclaredText } from '#core/domain/declared-text.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from '../editor/editor-store.ts';
import { useVersionText } from '../history/versions-store.ts';

interface LoadedText {
  /** `null` while it is on its way, or where there is none. */
  readonly text: DeclaredText | null;
  readonly error: BridgeError | null;
}

/** The text of a version, or of the draft; none where `side` is `null`. It stays the same object while it is the same text. */
export function useEvaluatedSide(place: PromptPlace, side: number | 'draft' | null): LoadedText {
  const draft = useEditor((state) => (side === 'draft' ? state.documents[placeKey(place)] : undefined));
  const saved = useVersionText(place, typeof side === 'number' ? side : null);
  // A document holds more than its text: what else changes in it is no reason to evaluate again.
  const [shown, setShown] = useState<DeclaredText | null>(null);
  const found = side === 'draft' ? draft : saved.text;
  if (found && (shown?.content !== found.content || shown.variables !== found.variables)) {
    setShown({ content: found.content, variables: found.variables });
  }
  if (!found && shown) setShown(null);
  return { text: found ? shown : null, error: saved.error };
}
