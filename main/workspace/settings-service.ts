import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import { type Settings, type SettingsChange, settings } from '#core/contract/settings.ts';
import { AppError } from '../app-error.ts';
import type { SettingsPort } from '../ports.ts';

export interface SettingsService {
  get(): Settings;
  /** @throws {AppError} `settings-not-written` */
  update(change: SettingsChange): Settings;
}

export function createSettingsService(
  store: SettingsPort,
  emit: (event: BridgeEvent) => void,
): SettingsService {
  const get = () => settings.parse(store.store);
  return {
    get,
    update(change) {
      const next = settings.parse({ ...store.store, ...change });
      try {
        store.set(next);
      } catch (error) {
        throw new AppError('settings-not-written', 'The settings could not be written to the disk.', {
          cause: error,
        });
      }
      emit({ name: 'settingsChanged', payload: next });
      return next;
    },
  };
}
