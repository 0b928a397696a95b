import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { settingsAddress } from '../../format/address.ts';
import {
  type SettingsSection,
  settingsSectionNames,
  settingsSections,
} from '../../format/settings-sections.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import classes from './settings-view.module.css';

interface SettingsViewProps {
  readonly section: SettingsSection;
  readonly children: ReactNode;
}

/** What the user may choose, section by section, with the way from one to another beside it. */
export function SettingsView({ section, children }: SettingsViewProps) {
  const { title } = settingsSections[section];
  const registry = useConnections((state) => currentConnection(state)?.name) ?? 'Registry';
  return (
    <Page title="Settings">
      <div className={classes.columns}>
        <nav aria-label="Sections of the settings" className={classes.navigation}>
          <Group group="app" title="PromptForge" current={section} />
          <Group group="registry" title={registry} current={section} />
        </nav>
        {/* Another section begins at its top, with nothing of the one before. */}
        <section key={section} aria-label={title} className={classes.section}>
          <h2>{title}</h2>
          {children}
        </section>
      </div>
    </Page>
  );
}

interface GroupProps {
  readonly group: 'app' | 'registry';
  readonly title: string;
  readonly current: SettingsSection;
}

function Group({ group, title, current }: GroupProps) {
  const sections = settingsSectionNames.filter((name) => settingsSections[name].group === group);
  if (sections.length === 0) return null;
  return (
    <div>
      <p className={classes.groupTitle} id={`settings-${group}`}>
        {title}
      </p>
      <ul aria-labelledby={`settings-${group}`} className={classes.links}>
        {sections.map((name) => (
          <li key={name}>
            <a
              className={classes.link}
              href={settingsAddress(name)}
              aria-current={name === current ? 'page' : undefined}
              draggable={false}
            >
              {settingsSections[name].title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
