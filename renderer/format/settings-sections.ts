export interface SectionFacts {
  readonly title: string;
  /** Whom it is about: the person at this machine, or everybody who works with the registry on the screen. */
  readonly group: 'app' | 'registry';
  /** Other words under which the palette finds it. */
  readonly keywords: readonly string[];
  /** Who may see it, where not everybody may. */
  readonly needs?: 'admin';
}

/**
 * The sections of Settings, in the order of its navigation. Address, palette and navigation read this table;
 * `settings-page.tsx` says what stands in each.
 */
export const settingsSections = {
  appearance: {
    title: 'Appearance',
    group: 'app',
    keywords: ['theme', 'dark', 'zoom', 'movement', 'notifications'],
  },
  editor: { title: 'Editor', group: 'app', keywords: ['font', 'size', 'line length'] },
  registries: {
    title: 'Registries',
    group: 'app',
    keywords: ['connection', 'server', 'team', 'address', 'key'],
  },
  model: { title: 'Model', group: 'app', keywords: ['answers', 'key', 'OpenAI', 'tokens', 'prices'] },
  offline: {
    title: 'Offline',
    group: 'app',
    keywords: ['without a network', 'room', 'disk', 'fetch ahead', 'clear'],
  },
  machine: {
    title: 'This machine',
    group: 'app',
    keywords: ['sandbox', 'address', 'data folder', 'version'],
  },
  members: {
    title: 'Members and keys',
    group: 'registry',
    keywords: ['people', 'roles', 'revoke', 'rotate', 'administrator'],
    needs: 'admin',
  },
  policy: { title: 'Policy', group: 'registry', keywords: ['rules', 'approvals', 'reviewers', 'tests'] },
  webhooks: {
    title: 'Webhooks',
    group: 'registry',
    keywords: ['notify', 'deliveries', 'receiver', 'signature'],
    needs: 'admin',
  },
} as const satisfies Record<string, SectionFacts>;

export type SettingsSection = keyof typeof settingsSections;

/** The names of the sections, in their order. */
export const settingsSectionNames = Object.keys(settingsSections) as readonly SettingsSection[];

/** What is shown where none was asked for. */
export const firstSettingsSection: SettingsSection = 'appearance';

/** True where a text names a section. */
export const isSettingsSection = (text: string | undefined): text is SettingsSection =>
  text !== undefined && Object.hasOwn(settingsSections, text);
