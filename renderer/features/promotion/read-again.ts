import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { useVersions } from '../history/versions-store.ts';
import { useLibrary } from '../library/library-store.ts';
import { usePromotions } from './promotions-store.ts';

/** Reads again where a prompt stands, before somebody decides anew. */
export async function readAgain(place: PromptPlace): Promise<void> {
  await Promise.all([
    useLibrary.getState().refresh(place),
    useVersions.getState().load(place),
    usePromotions.getState().load(place.connection),
    usePromotions.getState().loadHistory(place),
  ]);
}
