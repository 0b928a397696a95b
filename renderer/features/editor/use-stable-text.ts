import { useMemo } from 'react';
import type { Version } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { StableText } from '#core/domain/problems.ts';
import { parseTemplate } from '#core/domain/template.ts';
import { useVersionText } from '../history/versions-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';

/** The version that applications receive now; `null` where there is none, or while it is not known. */
export function useStableVersion(place: PromptPlace): Version | null {
  const version = useLibrary((state) => findPrompt(state, place.connection, place.prompt)?.stable ?? null);
  return useVersionText(place, version).text;
}

/** What the stable version uses; `null` where there is none, or while it is not known. */
export function useStableText(place: PromptPlace): StableText | null {
  const stable = useStableVersion(place);
  return useMemo(
    () => stable && { version: stable.version, variableNames: parseTemplate(stable.content).variableNames },
    [stable],
  );
}
