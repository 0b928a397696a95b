import type { Page } from '@playwright/test';
import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

const name = 'support-agent';

async function openPromotion(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Support agent/ })
    .click();
  await page.getByRole('tab', { name: 'Promotion' }).click();
}

// Not by its role: an open dialog hides the rest of the screen from assistive technology.
const statusLine = (page: Page) => page.locator('footer');
const main = (page: Page) => page.getByRole('main');

test('an open promotion stays with the version that it was opened for', async ({ app, page, dataFolder }) => {
  expect(app.process.exitCode).toBeNull();
  await openPromotion(page);
  await page.getByRole('button', { name: 'Promote to stable' }).click();
  const dialog = page.getByRole('dialog', { name: 'Promote to stable' });
  await expect(dialog).toContainText('v5 from now on, instead of v3.');

  const saved = await callAsAdmin(dataFolder, 'POST', `/prompts/${name}/versions`, {
    content: 'A text of somebody else.',
    baseVersion: 5,
  });
  expect(saved.status).toBe(201);
  await expect(dialog).toContainText('v6 was saved since.');
  await expect(dialog).toContainText('v5 from now on, instead of v3.');
  await expect(dialog.getByLabel('Version')).toHaveValue('5');
  await dialog.getByRole('button', { name: 'Promote to stable' }).click();
  await expect(statusLine(page)).toContainText('v6 · stable v5');
});

test('what was decided about a stable that moved is refused in the dialog', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  await openPromotion(page);
  const moveStable = (version: number, expectedStable: number) =>
    callAsAdmin(dataFolder, 'POST', `/prompts/${name}/promotions`, { version, expectedStable, note: '' });

  await test.step('a promotion that waits is applied after a look at what it changes', async () => {
    expect((await moveStable(4, 3)).status).toBe(201);
    await expect(main(page)).toContainText('ready to promote');
    await page.getByRole('button', { name: 'Promote to stable' }).click();
    const dialog = page.getByRole('dialog', { name: 'Promote to stable' });
    await expect(dialog).toContainText('v4 from now on, instead of v3.');
    await expectAccessible(page);
    await expect(statusLine(page)).toContainText('stable v3');
    await dialog.getByRole('button', { name: 'Promote to stable' }).click();
    await expect(statusLine(page)).toContainText('stable v4');
    await expect(dialog).toBeHidden();
  });

  await test.step('rolling back keeps its direction while somebody else rolls back', async () => {
    await page.getByRole('button', { name: 'Roll back' }).click();
    const dialog = page.getByRole('dialog', { name: 'Roll back' });
    await expect(dialog).toContainText('v3 from now on, instead of v4.');
    await dialog.getByLabel('Reason').fill('The tone is wrong');
    const rolledBack = await callAsAdmin(dataFolder, 'POST', `/prompts/${name}/rollback`, {
      version: 3,
      reason: 'Somebody else was faster',
      expectedStable: 4,
    });
    expect(rolledBack.status).toBe(200);
    await expect(statusLine(page)).toContainText('stable v3');
    await expect(dialog).toContainText('v3 from now on, instead of v4.');

    await dialog.getByRole('button', { name: 'Roll back' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Stable has moved in the meantime');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Look again' }).click();
    await expect(dialog).toContainText('from now on, instead of v3.');
    await expect(dialog.getByRole('alert')).toBeHidden();
    await expect(dialog.getByLabel('Reason')).toHaveValue('The tone is wrong');
  });
});
