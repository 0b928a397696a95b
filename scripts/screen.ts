import type { Page } from 'playwright';
import type { ModelServer } from '../test/support/model-server.ts';
import type { RegistryBehindProxy } from '../test/support/start-registry-behind-proxy.ts';

/** Where the pictures are taken: the app's own data folder, a team's registry behind a network, and a model. */
export interface Stage {
  readonly dataFolder: string;
  readonly team: RegistryBehindProxy;
  /** Answers as a model does. */
  readonly model: ModelServer;
}

/** A screen, opened from where the one before it ended. */
export interface Screen {
  readonly name: string;
  readonly open: (page: Page, stage: Stage) => Promise<unknown>;
  /** True where the notices in the corner belong to the picture. */
  readonly showsNotices?: boolean;
}

export const openTab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click();
export const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().click();
export const closeDialog = (page: Page) => page.keyboard.press('Escape');

/** Does one thing after the other. */
export const inTurn =
  (...steps: readonly ((page: Page, stage: Stage) => Promise<unknown>)[]) =>
  async (page: Page, stage: Stage) => {
    for (const step of steps) await step(page, stage);
  };

/** Opens a view of the sidebar or a section of the settings, once what is open is closed. */
export const openView = (name: string) => async (page: Page) => {
  await closeDialog(page);
  await page.getByRole('link', { name: new RegExp(`^${name}( \\d+)?$`) }).click();
};

/** Opens a prompt from the list in the sidebar, once what is open is closed. */
export const openPrompt = (title: string) => async (page: Page) => {
  await closeDialog(page);
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: new RegExp(title) })
    .click();
};

/** Runs a command by its name, as anybody may, once what is open is closed. */
export const run = (name: string) => async (page: Page) => {
  await closeDialog(page);
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('textbox', { name: 'Find a command or a prompt' }).fill(name);
  await page.keyboard.press('Enter');
};
