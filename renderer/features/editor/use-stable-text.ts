import { useEffect, useMemo } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { StableText } from '#core/domain/problems.ts';
import { parseTemplate } from '#core/domain/template.ts';
import { useVersions, versionKey } from '../history/versions-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';

/** What the stable version uses; `null` where there is none, or while it is not known. */
export function useStableText(place: PromptPlace): StableText | null {
  const version = useLibrary((state) => findPrompt(state, place.connection, place.prompt)?.stable ?? null);
  const content = useVersions((state) =>
    version === null ? undefined : state.texts[versionKey(place, version)]?.content,
  );
  const read = useVersions((state) => state.read);
  useEffect(() => {
    if (version !== null) read(place, version).catch(() => undefined);
  }, [read, place, version]);
  return useMemo(() => {
    if (version === null || content === undefined) return null;
    return { version, variableNames: parseTemplate(content).variableNames };
  }, [version, content]);
}
