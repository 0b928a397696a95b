import { describe, expect, it, vi } from 'vitest';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import { settings } from '#core/contract/settings.ts';
import { chooseDictionaries, setupSpelling } from '#main/desktop/spelling.ts';

const available = ['de-DE', 'en-GB', 'en-US', 'fr'];

describe('the dictionaries', () => {
  it.each([
    [['fr', 'de-DE'], ['en-GB'], ['fr', 'de-DE']],
    [['tlh'], ['de-AT', 'en-GB'], ['de-DE', 'en-GB']],
    [[], ['fr-CA', 'fr'], ['fr']],
    [[], ['ja'], ['en-US']],
  ])('%j in a system of %j are %j', (wanted, system, chosen) => {
    expect(chooseDictionaries(wanted, available, system)).toEqual(chosen);
  });

  const setup = (languages: string[]) => {
    const checker = {
      setSpellCheckerEnabled: vi.fn(),
      setSpellCheckerLanguages: vi.fn(),
      availableSpellCheckerLanguages: languages,
    };
    const listeners: ((event: BridgeEvent) => void)[] = [];
    const app = {
      subscribe(listener: (event: BridgeEvent) => void) {
        listeners.push(listener);
        return () => undefined;
      },
    };
    setupSpelling(app, { store: { spellingLanguages: ['fr'] } }, checker, ['en-GB']);
    return {
      checker,
      change: (payload: object) =>
        listeners[0]?.({ name: 'settingsChanged', payload: settings.parse(payload) }),
    };
  };

  it('are those of the settings, now and whenever they change', () => {
    const { checker, change } = setup(available);
    expect(checker.setSpellCheckerEnabled).toHaveBeenLastCalledWith(true);
    expect(checker.setSpellCheckerLanguages).toHaveBeenLastCalledWith(['fr']);
    change({ spelling: 'off' });
    expect(checker.setSpellCheckerEnabled).toHaveBeenLastCalledWith(false);
    change({ spellingLanguages: ['de-DE', 'en-GB'] });
    expect(checker.setSpellCheckerLanguages).toHaveBeenLastCalledWith(['de-DE', 'en-GB']);
  });

  it('are left to a system that finds out the language itself', () => {
    expect(setup([]).checker.setSpellCheckerLanguages).not.toHaveBeenCalled();
  });
});
