import { CommandButton } from '../../components/command-button.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { SettingRow, SettingValue } from '../../components/setting-row.tsx';
import { formatShortcut } from '../../format/shortcut.ts';
import classes from './appearance-section.module.css';
import { zoomIn, zoomOut } from './commands.ts';
import { useSettings } from './settings-store.ts';

/** How everything looks, moves and how large it is. */
export function AppearanceSection() {
  const { settings, info, update } = useSettings();
  return (
    <div>
      <SettingRow label="Theme">
        <Segmented
          label="Theme"
          value={settings.theme}
          onChange={(theme) => void update({ theme })}
          options={[
            { value: 'system', label: 'System' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </SettingRow>
      <SettingRow label="Movement" help="Whether parts of the screen slide and fade.">
        <Segmented
          label="Movement"
          value={settings.motion}
          onChange={(motion) => void update({ motion })}
          options={[
            { value: 'system', label: 'System' },
            { value: 'reduced', label: 'Reduced' },
          ]}
        />
      </SettingRow>
      <SettingRow
        label="Notifications"
        help="When something new waits for you, or what you asked for is decided."
      >
        <Segmented
          label="Notifications"
          value={settings.notifications}
          onChange={(notifications) => void update({ notifications })}
          options={[
            { value: 'on', label: 'On' },
            { value: 'off', label: 'Off' },
          ]}
        />
      </SettingRow>
      <SettingRow label="Zoom">
        {info?.capabilities.canZoom ? (
          <span className={classes.zoom}>
            <CommandButton command={zoomOut} variant="default" />
            <output className={classes.percent}>{settings.zoom} %</output>
            <CommandButton command={zoomIn} variant="default" />
          </span>
        ) : (
          <SettingValue text={`With the browser’s own keys: ${formatShortcut('mod')} with + or −`} />
        )}
      </SettingRow>
    </div>
  );
}
