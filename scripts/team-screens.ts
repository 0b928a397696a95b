import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Role } from '#core/domain/roles.ts';
import { createCaller } from '../test/support/registry-caller.ts';
import type { Screen } from './editing-screens.ts';

const prompt = { name: 'support-agent' };

const openTab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click();
const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click();

async function openView(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name, exact: true }).click();
}

async function openSupportAgent(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Support agent/ })
    .click();
}

/** What there is to see once colleagues work in the same registry: requests, reviews, test inputs, webhooks. */
export const teamScreens: readonly Screen[] = [
  {
    name: 'test-inputs-none',
    open: async (page) => {
      await openSupportAgent(page);
      const discard = page.getByRole('button', { name: 'Discard draft' });
      await openTab('Edit')(page);
      if (await discard.isVisible()) await discard.click();
      await openTab('Test inputs')(page);
    },
  },
  {
    name: 'reviews-waiting',
    open: async (page, dataFolder) => {
      await letColleaguesWork(dataFolder);
      await openView(page, 'Reviews');
    },
  },
  { name: 'review', open: (page) => page.getByRole('link', { name: /v3 → v5/ }).click() },
  {
    name: 'promotion-requested',
    open: async (page) => {
      await openSupportAgent(page);
      await openTab('Promotion')(page);
    },
  },
  {
    name: 'test-inputs',
    open: async (page) => {
      await openTab('Test inputs')(page);
      await page.reload();
      await page.getByRole('region', { name: 'Table of test inputs' }).waitFor();
    },
  },
  { name: 'test-results', open: (page) => page.getByRole('radio', { name: 'Results' }).click() },
  {
    name: 'history-picture-table',
    open: async (page) => {
      await openTab('History')(page);
      await page.getByRole('button', { name: 'Table', exact: true }).click();
    },
  },
  {
    name: 'activity-filtered',
    open: async (page) => {
      await openView(page, 'Activity');
      await page.getByLabel('Kind').selectOption({ index: 1 });
    },
  },
  {
    name: 'settings-registries',
    open: async (page) => {
      await openView(page, 'Settings');
      await openView(page, 'Registries');
    },
  },
  {
    name: 'add-registry',
    open: async (page) => {
      await press('Add a registry')(page);
      await page.getByLabel('Address').fill('http://127.0.0.1:9');
      await page.getByLabel('Key', { exact: true }).fill('pf_some_key');
      await page.getByRole('dialog').getByLabel('Name').fill('Nowhere');
      await page.getByRole('dialog').getByRole('button', { name: 'Connect' }).click();
    },
  },
  {
    name: 'settings-members-of-a-team',
    open: async (page) => {
      await openView(page, 'Members and keys');
    },
  },
  {
    name: 'member',
    open: (page) => page.getByRole('main').getByRole('button', { name: /Rosa/ }).first().click(),
  },
  { name: 'settings-policy-of-a-team', open: (page) => openView(page, 'Policy') },
  { name: 'settings-webhooks-of-a-team', open: (page) => openView(page, 'Webhooks') },
  {
    name: 'webhook',
    open: (page) => page.getByRole('list', { name: 'Webhooks' }).getByRole('button').first().click(),
  },
  { name: 'settings-model', open: (page) => openView(page, 'Model') },
  {
    name: 'merge',
    open: async (page, dataFolder) => {
      await openSupportAgent(page);
      await openTab('Edit')(page);
      await page.getByRole('region', { name: 'Prompt text' }).getByRole('textbox').focus();
      await page.keyboard.press('Control+Home');
      for (let press = 0; press < 2; press += 1) await page.keyboard.press('End');
      await page.keyboard.type(' Always be warm.');
      await page.waitForTimeout(600);
      const admin = callAsAdministrator(dataFolder);
      const { latest } = await admin.call('getDetails', { params: prompt });
      const { content } = await admin.call('getVersion', { params: { ...prompt, version: latest } });
      await admin.call('saveVersion', {
        params: prompt,
        body: { content: content.replace('\n', ' Never be late.\n'), baseVersion: latest, note: 'Punctual' },
      });
      await page.getByRole('main').getByText('was saved since').waitFor();
      await press('Save version')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Save version' }).click();
      await page.getByRole('dialog', { name: 'Merge both texts' }).waitFor();
    },
  },
];

function readSecrets(dataFolder: string) {
  const { address } = JSON.parse(readFileSync(join(dataFolder, 'sandbox', 'access.json'), 'utf8'));
  const secrets = JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8'));
  return { address, adminKey: secrets['sandbox-admin-key'] } as { address: string; adminKey: string };
}

function callAsAdministrator(dataFolder: string) {
  const { address, adminKey } = readSecrets(dataFolder);
  return createCaller(address, adminKey);
}

/** Emil asks for a promotion, Rosa asks for changes in it, and a program is told that answers with a fault. */
async function letColleaguesWork(dataFolder: string): Promise<void> {
  const { address } = readSecrets(dataFolder);
  const admin = callAsAdministrator(dataFolder);
  const invite = async (name: string, role: Role) => {
    const { id } = await admin.call('createMember', { body: { name, roles: [role] } });
    const { secret } = await admin.call('createKey', { params: { id }, body: { name: 'laptop' } });
    return createCaller(address, secret);
  };
  const [emil, rosa] = [await invite('Emil', 'editor'), await invite('Rosa', 'reviewer')];
  const send = async (caller: typeof emil, method: string, path: string, body?: unknown) => {
    const response = await caller.send(method, path, { body });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json() as Promise<Record<string, never>>;
  };
  await send(admin, 'PUT', '/policy', {
    requiredApprovals: 1,
    reviewerRoles: ['reviewer', 'admin'],
    authorMayApprove: false,
    requirePassingTests: false,
  });
  await send(admin, 'POST', '/webhooks', {
    url: `${address}/nobody`,
    types: ['promotion.requested', 'promotion.reviewed'],
    description: 'Chat of the support team',
  });
  const path = '/prompts/support-agent';
  const { latest, stable } = await send(admin, 'GET', `${path}/details`);
  await send(admin, 'PUT', `${path}/test-inputs`, [
    {
      id: 'german',
      title: 'German, pro',
      variables: { locale: 'de', tier: 'pro' },
      checks: [{ kind: 'contains', value: 'code de' }],
    },
    {
      id: 'italian',
      title: 'Italian, free',
      variables: { locale: 'it', tier: 'free' },
      checks: [{ kind: 'contains', value: 'Alderbay' }],
    },
    { id: 'nothing', title: 'No values', variables: {} },
  ]);
  const { id } = await send(emil, 'POST', `${path}/promotions`, {
    version: latest,
    expectedStable: stable,
    note: 'Support asks for the shorter wording before Monday.',
  });
  const version = await send(admin, 'GET', `${path}/versions/${latest}`);
  await send(rosa, 'POST', `/promotions/${id}/reviews`, {
    decision: 'request-changes',
    contentHash: version.contentHash,
    comment: 'The second sentence promises too much.',
  });
}
