import { sandboxConnectionId } from '#core/contract/sandbox-connection-id.ts';
import { SettingRow, SettingValue } from '../../components/setting-row.tsx';
import { useConnections } from '../connections/connections-store.ts';
import { useSettings } from './settings-store.ts';

/** Where the app keeps what on this machine. */
export function MachineSection() {
  const info = useSettings((state) => state.info);
  const address = useConnections(
    ({ connections }) => connections?.find(({ id }) => id === sandboxConnectionId)?.address ?? null,
  );
  return (
    <div>
      <SettingRow label="Sandbox address" help="Applications on this machine fetch prompts from here.">
        <SettingValue text={address ?? 'not started yet'} canCopy={address !== null} />
      </SettingRow>
      <SettingRow label="Keys" help="They never are in a settings file or a log.">
        <SettingValue
          text={
            info?.capabilities.secretStorage === 'keychain'
              ? 'In the system’s keychain'
              : 'In a file that only you can read'
          }
        />
      </SettingRow>
      <SettingRow label="Data folder" help="Drafts, settings and the sandbox’s prompts are kept here.">
        <SettingValue text={info?.dataFolder ?? '…'} canCopy={info !== null} />
      </SettingRow>
      <SettingRow label="Version">
        <SettingValue text={info?.version ?? '…'} />
      </SettingRow>
    </div>
  );
}
