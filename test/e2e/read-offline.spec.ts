import type { Page } from '@playwright/test';
import { startWebApp } from '#test/support/start-web-app.ts';
import { expect, expectAccessible } from './support/fixtures.ts';
import { type Team, teamTest } from './support/team.ts';

const refund = 'legal/refund-policy';
const list = (page: Page) => page.getByRole('navigation', { name: 'Prompt list' });
const openPrompt = (page: Page) =>
  list(page)
    .getByRole('link', { name: /Refund policy/ })
    .click();
const rows = (page: Page) => page.getByRole('tabpanel', { name: 'History' });

async function writePrompts(team: Team) {
  const body = { name: refund, title: 'Refund policy', content: 'Refunds within seven days.\n' };
  await team.admin.call('createPrompt', { body });
  for (const [index, days] of ['ten', 'fourteen'].entries())
    await save(team, `Refunds within ${days} days.\n`, index + 1);
  await team.admin.call('createPrompt', {
    body: {
      name: 'support/answer',
      title: 'Support answer',
      content: 'Say sorry for the marmalade first.\n',
    },
  });
}

const save = (team: Pick<Team, 'admin'>, content: string, baseVersion: number) =>
  team.admin.call('saveVersion', { params: { name: refund }, body: { content, baseVersion } });

teamTest(
  'what was seen can be read without a network, and what is new comes with it',
  async ({ startTeam }) => {
    const team = await startTeam();
    await writePrompts(team);
    const ines = await team.open('Ines', 'editor');
    let { page } = ines;
    await openPrompt(page);
    await expect(page.getByRole('region', { name: 'Prompt text' })).toContainText('fourteen days');
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(rows(page)).toContainText('v1');
    await page.getByRole('tab', { name: 'Compare' }).click();
    await page.getByLabel('From', { exact: true }).selectOption('1');
    await page.getByLabel('To', { exact: true }).selectOption('3');
    await expect(page.getByRole('tabpanel', { name: 'Compare' })).toContainText('seven');
    await page.goto(`${new URL(page.url()).origin}/#/settings/offline`);
    await expect(page.getByRole('region', { name: 'Offline' })).toContainText(
      '2 prompts, all with their text.',
    );
    await expectAccessible(page);

    // The cable is pulled, and the app is started anew: it has never reached the registry in this run.
    await ines.goOffline();
    await ines.app.stop();
    const app = await startWebApp(ines.dataFolder);
    try {
      page = await ines.context.newPage();
      await page.goto(app.link);
      await expect(list(page).getByRole('link', { name: /Refund policy/ })).toBeVisible();
      await expect(page.getByRole('contentinfo')).toContainText('Offline');
      await openPrompt(page);
      await page.getByRole('tab', { name: 'Edit' }).click();
      await expect(page.getByRole('region', { name: 'Prompt text' })).toContainText('fourteen days');
      await page.getByRole('tab', { name: 'History' }).click();
      for (const version of ['v1', 'v2', 'v3']) await expect(rows(page)).toContainText(version);
      await page.getByRole('tab', { name: 'Compare' }).click();
      await page.getByLabel('From', { exact: true }).selectOption('1');
      await page.getByLabel('To', { exact: true }).selectOption('3');
      await expect(page.getByRole('tabpanel', { name: 'Compare' })).toContainText('seven');
      await expectAccessible(page);
      // A text that was never opened was fetched ahead, and is searched.
      await page.getByLabel('Search prompts').fill('marmalade');
      await list(page)
        .getByRole('link', { name: /Support answer/ })
        .click();
      await page.getByRole('tab', { name: 'Edit' }).click();
      await expect(page.getByRole('region', { name: 'Prompt text' })).toContainText('marmalade');
      await page.getByLabel('Search prompts').fill('');
      await openPrompt(page);
      await page.getByRole('tab', { name: 'Edit' }).click();

      // Meanwhile somebody saves; it is there with the network, and so is who it was and what changed.
      const tom = await team.join('Tom', 'editor');
      const body = { content: 'Refunds within thirty days.\n', baseVersion: 3 };
      await tom.call('saveVersion', { params: { name: refund }, body });
      await ines.goOnline();
      await page.getByRole('button', { name: 'Connect again' }).click();
      await expect(page.getByRole('contentinfo')).not.toContainText('Offline');
      await expect(page.getByRole('region', { name: 'Prompt text' })).toContainText('thirty days');
      const news = page.getByRole('status').filter({ hasText: 'Tom saved v4' });
      await expect(news).toBeVisible();
      await expectAccessible(page);
      await news.getByRole('button', { name: 'Compare' }).click();
      await expect(page.getByLabel('From', { exact: true })).toHaveValue('3');
      await expect(page.getByLabel('To', { exact: true })).toHaveValue('4');
      await expect(news).toBeHidden();
    } finally {
      await app.stop();
    }
  },
);

teamTest('what others do appears beside what is being typed', async ({ startTeam }) => {
  const team = await startTeam();
  await writePrompts(team);
  const { page } = await team.open('Ines', 'editor');
  const tom = await team.join('Tom', 'admin');
  await openPrompt(page);
  const text = page.getByRole('region', { name: 'Prompt text' });
  await expect(text).toContainText('fourteen days');
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Write to us.');

  const body = { content: 'Refunds within thirty days.\n', baseVersion: 3 };
  await tom.call('saveVersion', { params: { name: refund }, body });
  await expect(page.getByRole('status').filter({ hasText: 'Tom saved v4' })).toContainText('based on v3');
  await page.keyboard.type(' Or call.');
  await expect(text).toContainText('Write to us. Or call.');

  const policy = {
    requiredApprovals: 0,
    reviewerRoles: ['reviewer'],
    authorMayApprove: true,
    requirePassingTests: false,
  };
  await tom.call('setPolicy', { body: policy as never });
  const request = await tom.call('requestPromotion', {
    params: { name: refund },
    body: { version: 4, expectedStable: null },
  });
  await tom.call('applyPromotion', { params: { id: request.id } });
  await expect(page.getByRole('status').filter({ hasText: 'Tom promoted v4 to stable' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('v4 · stable v4');
  await page.keyboard.type(' Any time.');
  await expect(text).toContainText('Write to us. Or call. Any time.');

  // In another prompt, the list says it.
  await list(page)
    .getByRole('link', { name: /Support answer/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Support answer' })).toBeVisible();
  await save({ admin: tom as never }, 'Refunds within a year.\n', 4);
  await expect(list(page).getByRole('link', { name: /Refund policy.*changed/ })).toBeVisible();
});
