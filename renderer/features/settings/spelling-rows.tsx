import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { Segmented } from '../../components/segmented.tsx';
import { SettingRow, SettingValue } from '../../components/setting-row.tsx';
import { useSettings } from './settings-store.ts';

/** Whether and in which languages the spelling is checked: as far as this shell can choose. */
export function SpellingRows() {
  const { settings, info, update } = useSettings();
  const codes = info?.capabilities.spellingLanguages ?? null;
  const languages = useMemo(() => nameLanguages(codes ?? []), [codes]);
  if (codes === null) {
    return (
      <SettingRow label="Spelling" help="Proofread, below the text of a prompt, shows it.">
        <SettingValue text="With the dictionaries of your browser" />
      </SettingRow>
    );
  }
  return (
    <>
      <SettingRow label="Spelling" help="Misspelt words are underlined. No text leaves this machine for it.">
        <Segmented
          label="Spelling"
          value={settings.spelling}
          onChange={(spelling) => void update({ spelling })}
          options={[
            { value: 'on', label: 'On' },
            { value: 'off', label: 'Off' },
          ]}
        />
      </SettingRow>
      {languages.length > 0 && settings.spelling === 'on' ? (
        <SettingRow label="Dictionaries" help="One that is not here yet is downloaded once.">
          <MultiSelect
            aria-label="Dictionaries"
            w={320}
            searchable
            hidePickedOptions
            maxValues={10}
            placeholder={settings.spellingLanguages.length === 0 ? 'As your system’s languages' : ''}
            data={languages}
            value={[...settings.spellingLanguages]}
            onChange={(spellingLanguages) => void update({ spellingLanguages })}
          />
        </SettingRow>
      ) : null}
    </>
  );
}

function nameLanguages(codes: readonly string[]): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([navigator.language, 'en'], { type: 'language' });
  return codes
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
}
