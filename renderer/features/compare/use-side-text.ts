import { useEffect, useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from '../editor/editor-store.ts';
import { useVersions, versionKey } from '../history/versions-store.ts';

export interface SideText {
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
}

/** The text of a version, or of the draft where `version` is `null`; `null` while it is on its way. */
export function useSideText(
  place: PromptPlace,
  version: number | null,
): { readonly text: SideText | null; readonly error: BridgeError | null } {
  const draft = useEditor((state) => state.documents[placeKey(place)]);
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
  if (version === null) return { text: draft ?? null, error: null };
  return { text: kept ?? null, error };
}
