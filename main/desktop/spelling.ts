import type { Session } from 'electron';
import { type Settings, settings } from '#core/contract/settings.ts';
import type { App } from '../app.ts';
import type { SettingsPort } from '../ports.ts';

/** What a session knows of spelling. */
type SpellChecker = Pick<
  Session,
  'setSpellCheckerEnabled' | 'setSpellCheckerLanguages' | 'availableSpellCheckerLanguages'
>;

/** Checks the spelling as the user chose, now and whenever it changes. */
export function setupSpelling(
  promptForge: Pick<App, 'subscribe'>,
  port: Pick<SettingsPort, 'store'>,
  checker: SpellChecker,
  systemLanguages: readonly string[],
): void {
  const apply = ({ spelling, spellingLanguages }: Settings) => {
    checker.setSpellCheckerEnabled(spelling === 'on');
    const available = checker.availableSpellCheckerLanguages;
    // There are none on macOS, which finds out the language by itself.
    if (available.length === 0) return;
    checker.setSpellCheckerLanguages(chooseDictionaries(spellingLanguages, available, systemLanguages));
  };
  apply(settings.parse(port.store));
  promptForge.subscribe((event) => {
    if (event.name === 'settingsChanged') apply(event.payload);
  });
}

/** Those of the wanted dictionaries that there are; without any, those of the system's languages, else English. */
export function chooseDictionaries(
  wanted: readonly string[],
  available: readonly string[],
  systemLanguages: readonly string[],
): string[] {
  const known = wanted.filter((code) => available.includes(code));
  if (known.length > 0) return known;
  const found = systemLanguages.flatMap((code) => {
    const base = code.split('-')[0] ?? code;
    const nearest =
      available.find((candidate) => candidate === code) ??
      available.find((candidate) => candidate === base) ??
      available.find((candidate) => candidate.startsWith(`${base}-`));
    return nearest === undefined ? [] : [nearest];
  });
  return found.length > 0 ? [...new Set(found)] : available.filter((code) => code === 'en-US');
}
