import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ModelSettings } from '#core/contract/model-shapes.ts';
import { Banner } from '../../components/banner.tsx';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import { useSettings } from '../settings/settings-store.ts';
import { ModelKeyRow } from './model-key-row.tsx';
import classes from './model-section.module.css';
import { TryOut } from './try-out.tsx';

const unset: ModelSettings = {
  address: '',
  name: '',
  sendAs: 'user',
  message: '',
  inputPrice: null,
  outputPrice: null,
  currency: 'USD',
};

/** The model that finished texts may be sent to, if the user wants to compare its answers. */
export function ModelSection() {
  const kept = useSettings((state) => state.settings.model);
  // What was typed stays on the screen, whatever the settings say meanwhile.
  const [own, setOwn] = useState<ModelSettings | null>(null);
  const typed = own ?? kept ?? unset;
  const { update } = useSettings.getState();
  const change = (part: Partial<ModelSettings>) =>
    setOwn((before) => ({ ...(before ?? kept ?? unset), ...part }));
  const keep = (part: Partial<ModelSettings> = {}) => {
    const next = { ...typed, ...part };
    change(part);
    const isEmpty = next.address.trim() === '' && next.name.trim() === '';
    void update({
      model: isEmpty ? null : { ...next, address: next.address.trim(), name: next.name.trim() },
    });
  };
  const fault = findAddressFault(typed.address);
  const price = (value: number | string) => (typeof value === 'number' && value >= 0 ? value : null);
  return (
    <div>
      <p className={classes.lead}>
        The answers of a model to the finished texts of candidate and stable can be compared in Test inputs.
        Nothing is ever sent there by itself: only what you choose, when you press “Ask the model”.
      </p>
      <SettingRow label="Address" help="Of a server that speaks the protocol of OpenAI’s chat completions.">
        <TextInput
          className={`${classes.field}`}
          aria-label="Address of the model"
          placeholder="https://api.example.com/v1"
          value={typed.address}
          error={fault}
          onChange={(event) => change({ address: event.currentTarget.value })}
          onBlur={() => keep()}
        />
      </SettingRow>
      {isOpenAddress(typed.address) ? (
        <Banner tone="warning" title="This address is not encrypted.">
          Whoever is on the way can read the texts and the key. Use one that begins with https.
        </Banner>
      ) : null}
      <SettingRow label="Model" help="As the server calls it.">
        <TextInput
          className={`${classes.field}`}
          aria-label="Name of the model"
          value={typed.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          onBlur={() => keep()}
        />
      </SettingRow>
      <ModelKeyRow />
      <SettingRow label="A finished text is sent as" help="What the application that uses the prompts does.">
        <NativeSelect
          aria-label="A finished text is sent as"
          value={typed.sendAs}
          data={[
            { value: 'user', label: 'what the user says' },
            { value: 'system', label: 'instructions (system)' },
          ]}
          onChange={(event) => keep({ sendAs: event.currentTarget.value as ModelSettings['sendAs'] })}
        />
      </SettingRow>
      {typed.sendAs === 'system' ? (
        <SettingRow
          label="What the user says then"
          help="The same to every text. Empty: the instructions alone are sent."
        >
          <GrowingTextarea
            className={`${classes.field}`}
            aria-label="What the user says then"
            maxRows={6}
            value={typed.message}
            onChange={(event) => change({ message: event.currentTarget.value })}
            onBlur={() => keep()}
          />
        </SettingRow>
      ) : null}
      <SettingRow label="Prices" help="For a million tokens, to see what a run costs. They may stay empty.">
        <span className={classes.prices}>
          <NumberInput
            label="Sent"
            w={96}
            min={0}
            hideControls
            value={typed.inputPrice ?? ''}
            onChange={(value) => change({ inputPrice: price(value) })}
            onBlur={() => keep()}
          />
          <NumberInput
            label="Received"
            w={96}
            min={0}
            hideControls
            value={typed.outputPrice ?? ''}
            onChange={(value) => change({ outputPrice: price(value) })}
            onBlur={() => keep()}
          />
          <NativeSelect
            label="Currency"
            value={typed.currency}
            data={[...new Set(['USD', 'EUR', 'GBP', 'CHF', 'JPY', typed.currency])]}
            onChange={(event) => keep({ currency: event.currentTarget.value })}
          />
        </span>
      </SettingRow>
      <TryOut isReady={kept !== null && kept.address !== '' && kept.name !== '' && fault === null} />
    </div>
  );
}

function findAddressFault(typed: string): string | null {
  if (typed.trim() === '') return null;
  const url = URL.parse(typed.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return 'Write it with https:// in front.';
  return url.username || url.password
    ? 'The key does not belong into the address; it has a field of its own.'
    : null;
}

/** Text and key would cross a network as they are. */
function isOpenAddress(typed: string): boolean {
  const url = URL.parse(typed.trim());
  return url?.protocol === 'http:' && !/^(localhost|127\.|\[::1\])/.test(url.hostname);
}
