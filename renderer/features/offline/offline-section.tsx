import { Button, NumberInput } from '@mantine/core';
import { useEffect } from 'react';
import type { ReplicaUsage } from '#core/contract/replica-shapes.ts';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import { SettingRow } from '../../components/setting-row.tsx';
import { formatCount } from '../../format/counts.ts';
import { formatMegabytes } from '../../format/megabytes.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import classes from './offline-section.module.css';
import { useOffline } from './offline-store.ts';

const lookEvery = 2_000;
const largest = 10_000;

/** How much of each registry can be read without a network, and how much may be. */
export function OfflineSection() {
  const connections = useConnections((state) => state.connections) ?? [];
  const { settings, update } = useSettings();
  const { usage, load } = useOffline();
  useEffect(() => {
    void load();
    const timer = setInterval(() => void load(), lookEvery);
    return () => clearInterval(timer);
  }, [load]);
  return (
    <div>
      <SettingRow
        label="Room for each registry"
        help="The latest and the stable texts are fetched ahead up to this size. What you have read yourself is kept in any case."
      >
        <NumberInput
          aria-label="Room for each registry"
          w={120}
          min={0}
          max={largest}
          step={50}
          allowDecimal={false}
          clampBehavior="blur"
          suffix=" MB"
          value={settings.offlineMegabytes}
          onChange={(value) => {
            const isRoom = typeof value === 'number' && Number.isInteger(value);
            if (isRoom && value >= 0 && value <= largest) void update({ offlineMegabytes: value });
          }}
        />
      </SettingRow>
      {connections.map((connection) => (
        <Registry key={connection.id} connection={connection} usage={usage[connection.id]} />
      ))}
    </div>
  );
}

interface RegistryProps {
  readonly connection: Connection;
  readonly usage: ReplicaUsage | undefined;
}

function Registry({ connection, usage }: RegistryProps) {
  const { id, name, kind, status } = connection;
  const isOnline = status === 'online';
  if (kind === 'sandbox') {
    return (
      <SettingRow label={name} help="It is on this machine: all of it can be read without a network.">
        <span className={classes.size}>{usage ? formatMegabytes(usage.size) : '…'}</span>
      </SettingRow>
    );
  }
  return (
    <SettingRow label={name} help={describeUsage(usage)}>
      <div className={classes.actions} title={isOnline ? undefined : 'The registry cannot be reached now.'}>
        <span className={classes.size}>{usage ? formatMegabytes(usage.size) : '…'}</span>
        <Button
          variant="default"
          h={28}
          disabled={!isOnline || usage?.isFilling === true}
          aria-label={`Fetch now: the texts of ${name}`}
          onClick={() => void useOffline.getState().fill(id)}
        >
          Fetch now
        </Button>
        <Button
          variant="subtle"
          h={28}
          disabled={!isOnline}
          aria-label={`Clear what is kept of ${name}`}
          onClick={() => void useOffline.getState().clear(id)}
        >
          Clear
        </Button>
      </div>
    </SettingRow>
  );
}

function describeUsage(usage: ReplicaUsage | undefined): string {
  if (!usage) return 'Nothing is kept yet.';
  const { prompts, withText, isFilling, isFull } = usage;
  const readable =
    withText === prompts
      ? `${formatCount(prompts, 'prompt')}, all with their text.`
      : `${formatCount(withText, 'prompt')} of ${prompts} with their text.`;
  if (isFull) return `${readable} The disk is full: nothing new can be kept.`;
  return isFilling ? `${readable} Texts are being fetched…` : readable;
}
