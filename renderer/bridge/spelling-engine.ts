import type { SpellingEngine } from '#core/contract/spelling.ts';
import type { PreloadedWindow } from './app-transport.ts';

/** The browser engine's spelling where this shell can ask it, else `null`. */
export function findSpellingEngine(): SpellingEngine | null {
  return (window as unknown as PreloadedWindow).spellingEngine ?? null;
}
