import type { ComponentType } from 'react';
import { RegistriesSection } from './features/connections/registries-section.tsx';
import { MembersSection } from './features/members/members-section.tsx';
import { ModelSection } from './features/model/model-section.tsx';
import { OfflineSection } from './features/offline/offline-section.tsx';
import { PolicySection } from './features/policy/policy-section.tsx';
import { AdministratorsOnly } from './features/settings/administrators-only.tsx';
import { AppearanceSection } from './features/settings/appearance-section.tsx';
import { EditorSection } from './features/settings/editor-section.tsx';
import { MachineSection } from './features/settings/machine-section.tsx';
import { SettingsView } from './features/settings/settings-view.tsx';
import { useNavigation } from './features/shell/navigation-store.ts';
import { WebhooksSection } from './features/webhooks/webhooks-section.tsx';
import {
  firstSettingsSection,
  type SectionFacts,
  type SettingsSection,
  settingsSections,
} from './format/settings-sections.ts';

/** What stands in each section of Settings. Its name and place in the navigation are in `settings-sections.ts`. */
const contents: Readonly<Record<SettingsSection, ComponentType>> = {
  appearance: AppearanceSection,
  editor: EditorSection,
  registries: RegistriesSection,
  model: ModelSection,
  offline: OfflineSection,
  machine: MachineSection,
  members: MembersSection,
  policy: PolicySection,
  webhooks: WebhooksSection,
};

/** Settings, with the section that the address names. */
export function SettingsPage() {
  const section = useNavigation((state) => state.section) ?? firstSettingsSection;
  const facts: SectionFacts = settingsSections[section];
  const Content = contents[section];
  return (
    <SettingsView section={section}>
      {facts.needs === 'admin' ? (
        <AdministratorsOnly title={facts.title}>
          <Content />
        </AdministratorsOnly>
      ) : (
        <Content />
      )}
    </SettingsView>
  );
}
