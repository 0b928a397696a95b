import { NumberInput } from '@mantine/core';
import { MarkedText } from '../../components/marked-text.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import { typographyOf } from '../../theme/typography.ts';
import classes from './editor-section.module.css';
import { useSettings } from './settings-store.ts';
import { SpellingRows } from './spelling-rows.tsx';

const sample =
  'You are a friendly support agent for {{company}}. Answer in {{locale}}, in three sentences at most.';

/** How a prompt’s text looks where it is written. */
export function EditorSection() {
  const { settings, update } = useSettings();
  return (
    <div>
      <SettingRow label="Font">
        <Segmented
          label="Font"
          value={settings.editorFont}
          onChange={(editorFont) => void update({ editorFont })}
          options={[
            { value: 'sans', label: 'Sans' },
            { value: 'serif', label: 'Serif' },
            { value: 'mono', label: 'Mono' },
          ]}
        />
      </SettingRow>
      <SettingRow label="Size">
        <NumberInput
          aria-label="Font size"
          w={96}
          min={12}
          max={28}
          allowDecimal={false}
          clampBehavior="blur"
          suffix=" px"
          value={settings.editorFontSize}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 12 && value <= 28)
              void update({ editorFontSize: value });
          }}
        />
      </SettingRow>
      <SettingRow label="Line length" help="Long lines wrap at a width that is easy to read.">
        <Segmented
          label="Line length"
          value={settings.lineLength}
          onChange={(lineLength) => void update({ lineLength })}
          options={[
            { value: 'short', label: 'Short' },
            { value: 'comfortable', label: 'Comfortable' },
            { value: 'long', label: 'Long' },
            { value: 'whole', label: 'Whole width' },
          ]}
        />
      </SettingRow>
      <SpellingRows />
      <div className={classes.sample} aria-hidden="true">
        <MarkedText content={sample} typography={typographyOf(settings)} />
      </div>
    </div>
  );
}
