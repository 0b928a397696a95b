import { useEffect, useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from '../editor/editor-store.ts';
import { useVersions, versionKey } from '../history/versions-store.ts';

/** A text with the variables that it declares. */
export interface SideText {
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
}

interface LoadedText {
  /** `null` while it is on its way, or where there is none. */
  readonly text: SideText | null;
  readonly error: BridgeError | null;
}

/** The text of a version, or of the draft; none where `side` is `null`. */
export function useSideText(place: PromptPlace, side: number | 'draft' | null): LoadedText {
  const draft = useEditor((state) => (side === 'draft' ? state.documents[placeKey(place)] : undefined));
  const version = typeof side === 'number' ? side : null;
  const kept = useVersions((state) =>
    version === null ? undefined : state.texts[versionKey(place, version)],
  );
  const [error, setError] = useState<BridgeError | null>(null);
  useEffect(() => {
    setError(null);
    if (version === null) return;
    useVersions
      .getState()
      .read(place, version)
      .catch((thrown: unknown) => setError(toBridgeError(thrown)));
  }, [place, version]);
  // A document holds more than its text: what else changes in it is no reason to evaluate again.
  const [shown, setShown] = useState<SideText | null>(null);
  const found = side === 'draft' ? draft : kept;
  if (found && (shown?.content !== found.content || shown.variables !== found.variables)) {
    setShown({ content: found.content, variables: found.variables });
  }
  if (!found && shown) setShown(null);
  return { text: found ? shown : null, error };
}
