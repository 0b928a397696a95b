import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { CommandButton } from '../../components/command-button.tsx';
import { CopyTextButton } from '../../components/copy-text-button.tsx';
import { MarkedText } from '../../components/marked-text.tsx';
import { Page } from '../../components/page.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { formatShortcut } from '../../format/shortcut.ts';
import { typographyOf } from '../../theme/typography.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { zoomIn, zoomOut } from './commands.ts';
import { useSettings } from './settings-store.ts';
import classes from './settings-view.module.css';

const sample =
  'You are a friendly support agent for {{company}}. Answer in {{locale}}, in three sentences at most.';

/** What the user may choose, and where the app keeps what. */
export function SettingsView() {
  const { settings, info, update } = useSettings();
  const connection = useConnections(currentConnection);
  return (
    <Page title="Settings">
      <Section title="Appearance">
        <Row label="Theme">
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
        </Row>
        <Row label="Movement" help="Whether parts of the screen slide and fade.">
          <Segmented
            label="Movement"
            value={settings.motion}
            onChange={(motion) => void update({ motion })}
            options={[
              { value: 'system', label: 'System' },
              { value: 'reduced', label: 'Reduced' },
            ]}
          />
        </Row>
        <Row label="Zoom">
          {info?.capabilities.canZoom ? (
            <span className={classes.value}>
              <CommandButton command={zoomOut} variant="default" />
              <output className={classes.zoom}>{settings.zoom} %</output>
              <CommandButton command={zoomIn} variant="default" />
            </span>
          ) : (
            <Value text={`With the browser’s own keys: ${formatShortcut('mod')} with + or −`} />
          )}
        </Row>
      </Section>
      <Section title="Editor">
        <Row label="Font">
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
        </Row>
        <Row label="Size">
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
        </Row>
        <Row label="Line length" help="Long lines wrap at a width that is easy to read.">
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
        </Row>
        <div className={classes.sample} aria-hidden="true">
          <MarkedText content={sample} typography={typographyOf(settings)} />
        </div>
      </Section>
      <Section title="This machine">
        <Row label="Sandbox address" help="Applications on this machine fetch prompts from here.">
          <Value text={connection?.address ?? 'not started yet'} canCopy={connection?.address != null} />
        </Row>
        <Row label="Keys" help="They never are in a settings file or a log.">
          <Value
            text={
              info?.capabilities.secretStorage === 'keychain'
                ? 'In the system’s keychain'
                : 'In a file that only you can read'
            }
          />
        </Row>
        <Row label="Data folder" help="Drafts, settings and the sandbox’s prompts are kept here.">
          <Value text={info?.dataFolder ?? '…'} canCopy={info !== null} />
        </Row>
        <Row label="Version">
          <Value text={info?.version ?? '…'} />
        </Row>
      </Section>
    </Page>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <div className={classes.rows}>{children}</div>
    </section>
  );
}

interface RowProps {
  readonly label: string;
  readonly help?: string;
  readonly children: ReactNode;
}

function Row({ label, help, children }: RowProps) {
  return (
    <div className={classes.row}>
      <div>
        <p className={classes.label}>{label}</p>
        {help ? <p className={classes.help}>{help}</p> : null}
      </div>
      {children}
    </div>
  );
}

function Value({ text, canCopy = false }: { readonly text: string; readonly canCopy?: boolean }) {
  return (
    <span className={classes.value}>
      <span className={classes.text}>{text}</span>
      {canCopy ? <CopyTextButton text={text} label={`Copy ${text}`} /> : null}
    </span>
  );
}
