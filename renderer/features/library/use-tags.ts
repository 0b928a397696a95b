import { useMemo } from 'react';
import { useConnections } from '../connections/connections-store.ts';
import { useLibrary } from './library-store.ts';

/** Every tag of the registry on the screen, in order; those of archived prompts where these are wanted. */
export function useTags(withArchived = false): readonly string[] {
  const connection = useConnections((state) => state.currentId);
  const listed = useLibrary((state) => state.prompts[connection]);
  const archived = useLibrary((state) => (withArchived ? state.archived[connection] : undefined));
  return useMemo(() => {
    const prompts = [...(listed ?? []), ...(archived ?? [])];
    return [...new Set(prompts.flatMap(({ tags }) => tags))].toSorted((a, b) => a.localeCompare(b));
  }, [listed, archived]);
}
