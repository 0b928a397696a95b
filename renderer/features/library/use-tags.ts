import { useMemo } from 'react';
import { useConnections } from '../connections/connections-store.ts';
import { useLibrary } from './library-store.ts';

/** Every tag of the registry on the screen, in order. */
export function useTags(): readonly string[] {
  const connection = useConnections((state) => state.currentId);
  const prompts = useLibrary((state) => state.prompts[connection]);
  return useMemo(
    () => [...new Set(prompts?.flatMap(({ tags }) => tags))].toSorted((a, b) => a.localeCompare(b)),
    [prompts],
  );
}
