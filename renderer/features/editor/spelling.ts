import { useEffect } from 'react';
import { listSpellingWords, type WordPlace } from '#core/domain/spelling-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import { findSpellingEngine } from '../../bridge/spelling-engine.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { SpellingChecker } from '../../monaco/spelling-checker.ts';
import { useSettings } from '../settings/settings-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { useTextTools } from './text-tools-store.ts';

let checker: SpellingChecker | null | undefined;

/** The one checker of this window; `null` where the shell cannot tell misspelt words. */
function theChecker(): SpellingChecker | null {
  if (checker === undefined) {
    const engine = findSpellingEngine();
    checker = engine && new SpellingChecker(engine);
  }
  return checker;
}

/** What marks misspelt words in the text, where that is possible and wanted. */
export function useSpelling(): SpellingChecker | null {
  const isOn = useSettings(({ settings }) => settings.spelling === 'on');
  const languages = useSettings(({ settings }) => settings.spellingLanguages.join(' '));
  // biome-ignore lint/correctness/useExhaustiveDependencies: other languages mean other answers
  useEffect(() => theChecker()?.forget(), [languages]);
  return isOn ? theChecker() : null;
}

export interface Misspelling extends WordPlace {
  readonly suggestions: readonly string[];
}

const shownSuggestions = 5;

/** The misspelt word at the caret with what may be meant, or `null`. */
export function findMisspellingAtCaret(): Misspelling | null {
  const { handle } = useTextTools.getState();
  const spelling = useSettings.getState().settings.spelling === 'on' ? theChecker() : null;
  if (!handle || !spelling) return null;
  const { start } = handle.getSelection();
  const text = handle.getText();
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  const at = start - lineStart;
  const found = listSpellingWords(line).find((place) => place.start <= at && at <= place.end);
  if (!found || !spelling.findMisspelt([found.word]).has(found.word)) return null;
  return {
    word: found.word,
    start: lineStart + found.start,
    end: lineStart + found.end,
    suggestions: spelling.suggest(found.word).slice(0, shownSuggestions),
  };
}

/** Puts another word in the place of a misspelt one, as one step that can be undone. */
export function correctSpelling({ start, end }: Misspelling, word: string): void {
  useTextTools.getState().handle?.applyEdits([{ start, end, text: word }]);
}

/** Adds a word to the user's dictionary. */
export async function learnWord(word: string): Promise<void> {
  theChecker()?.learn(word);
  try {
    await unwrap(bridge.app.learnWord({ word }));
  } catch (thrown) {
    useNotices.getState().showError(toBridgeError(thrown));
  }
}
