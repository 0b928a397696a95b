import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from './navigation-store.ts';
import { lastShownOf, useOpenPrompts } from './open-prompts-store.ts';

/** Shows another registry, with the prompt that was on the screen when it was shown last. */
export function showRegistry(id: string): void {
  if (id === useConnections.getState().currentId) return;
  const { view } = useNavigation.getState();
  // Nothing may be on the screen that the other registry might not have, not even for a moment.
  useNavigation.getState().leaveRegistry();
  useConnections.getState().choose(id);
  const last = lastShownOf(useOpenPrompts.getState().open, id);
  if (last && view === 'prompts') useNavigation.getState().openPrompt(last.prompt, last.tab);
}
