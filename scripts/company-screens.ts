import type { Page } from 'playwright';
import { inTurn, openPrompt, openTab, openView, press, run, type Screen } from './screen.ts';

const teamName = 'Acme prompts';

const switchTo = (name: RegExp) => async (page: Page) => {
  await page.keyboard.press('Escape');
  await press(/^Registry: /)(page);
  await page.getByRole('menuitem', { name }).click();
};

/** What there is to see with more than one registry, and without a network. */
export const companyScreens: readonly Screen[] = [
  {
    name: 'library-empty',
    open: async (page, { team }) => {
      const { id } = await team.admin.call('createMember', { body: { name: 'Mara', roles: ['editor'] } });
      const { secret } = await team.admin.call('createKey', { params: { id }, body: { name: 'laptop' } });
      await press('Later')(page);
      await run('Add a registry')(page);
      const dialog = page.getByRole('dialog', { name: 'Add a registry' });
      await dialog.getByLabel('Address').fill(team.outerAddress);
      await dialog.getByLabel('Key', { exact: true }).fill(secret);
      await dialog.getByLabel('Name').fill(teamName);
      await dialog.getByRole('button', { name: 'Connect' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await openView('Prompts')(page);
    },
  },
  { name: 'reviews-empty', open: openView('Reviews') },
  { name: 'members-refused', open: inTurn(openView('Settings'), openView('Members and keys')) },
  { name: 'settings-registries', open: openView('Registries') },
  { name: 'registry-switcher', open: press(/^Registry: /) },
  {
    name: 'copy-to-another-registry',
    open: async (page) => {
      await switchTo(/^Sandbox/)(page);
      await openPrompt('Refund policy')(page);
      await run('Copy to another registry')(page);
    },
  },
  { name: 'copy-looked-at', open: press('Look at it first') },
  { name: 'copied', open: press(/^Copy 1 prompt/) },
  {
    name: 'offline',
    open: async (page, { team }) => {
      await press('Done')(page);
      await switchTo(new RegExp(teamName))(page);
      await openPrompt('Refund policy')(page);
      await openTab('History')(page);
      await page.getByRole('list', { name: 'Versions' }).waitFor();
      await team.proxy.refuse();
      await page.getByRole('contentinfo').getByText('Offline').waitFor();
    },
  },
  { name: 'offline-library', open: openView('Prompts') },
  {
    name: 'waiting-to-send',
    open: async (page) => {
      await openPrompt('Refund policy')(page);
      await openTab('Edit')(page);
      await page.getByRole('region', { name: 'Prompt text' }).getByRole('textbox').focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' Written on a plane.');
      await press('Save version')(page);
      await page.getByRole('dialog').getByLabel('Note').fill('On the way to Lisbon');
      await page.getByRole('dialog').getByRole('button', { name: 'Save version' }).click();
      await press('Waiting to send (1)')(page);
    },
  },
  { name: 'settings-offline-of-a-team', open: inTurn(openView('Settings'), openView('Offline')) },
  { name: 'settings-registries-offline', open: openView('Registries') },
  {
    name: 'archived',
    open: async (page, { team }) => {
      await team.proxy.restore();
      await switchTo(/^Sandbox/)(page);
      await openPrompt('Onboarding mail')(page);
      await run('Archive')(page);
      await openView('Prompts')(page);
      await press('Sort and filter')(page);
      await page.getByLabel('Show archived prompts').check();
    },
  },
];
