import type { PromptSummary } from '#core/contract/shapes.ts';
import { currentConnection, placeKey, useConnections } from '../connections/connections-store.ts';
import { useNews } from '../news/news-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { findPrompt, useLibrary } from './library-store.ts';

/** How many prompts are remembered; the one longest unseen goes first. */
const mostRemembered = 2_000;

/** Remembers of every prompt that is on the screen which version was the latest. */
export function followSeenVersions(): void {
  const note = () => {
    const place = currentPlace();
    const prompt = place && findPrompt(useLibrary.getState(), place.connection, place.prompt);
    if (!place || !prompt) return;
    const key = placeKey(place);
    const { seenVersions } = useSettings.getState().settings;
    const seen = seenVersions[key];
    if (seen === prompt.latest) return;
    if (seen !== undefined && wasChangedByOthers(prompt, seen)) {
      useNews.getState().noteSaved(place, seen, prompt);
    }
    const { [key]: _, ...others } = seenVersions;
    const kept = Object.entries(others).slice(-mostRemembered + 1);
    void useSettings.getState().update({
      seenVersions: { ...Object.fromEntries(kept), [key]: prompt.latest },
    });
  };
  for (const store of [useNavigation, useLibrary, useConnections]) store.subscribe(note);
  note();
}

/** True where somebody else saved a version since this user last looked at a prompt. */
export function wasChangedByOthers(
  prompt: PromptSummary,
  seen: number | undefined,
  me = currentConnection()?.member?.id,
): boolean {
  return seen !== undefined && prompt.latest > seen && prompt.latestBy?.id !== me;
}
