import { expect, expectAccessible, test } from './support/fixtures.ts';

test('every action is a command: by palette, by key, and in the list of shortcuts', async ({ app, page }) => {
  expect(app.process.exitCode).toBeNull();
  const list = page.getByRole('navigation', { name: 'Prompt list' });
  await expect(list.getByRole('link')).toHaveCount(6);
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const palette = page.getByRole('textbox', { name: 'Find a command or a prompt' });

  await test.step('the list of shortcuts is searched', async () => {
    await page.keyboard.press('Control+/');
    await expect(sheet).toContainText('Save versionCtrl+S');
    await expectAccessible(page);
    await sheet.getByLabel('Search shortcuts').fill('palette or nothing');
    await expect(sheet.getByRole('status')).toContainText('No shortcut matches');
    await sheet.getByLabel('Search shortcuts').fill('all comm');
    await expect(sheet.getByRole('definition')).toHaveText(['Ctrl+Shift+P']);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });

  await test.step('a question mark opens it too, but not while typing', async () => {
    await page.getByLabel('Search prompts').fill('');
    await page.getByLabel('Search prompts').press('?');
    await expect(page.getByLabel('Search prompts')).toHaveValue('?');
    await expect(sheet).toBeHidden();
    await page.getByLabel('Search prompts').press('Escape');
    await list.getByRole('link').first().focus();
    await page.keyboard.press('?');
    await expect(sheet).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });

  await test.step('the palette finds a command by another word for it', async () => {
    await page.keyboard.press('Control+Shift+P');
    await expect(palette).toBeFocused();
    // Without an open prompt there is nothing to roll back.
    await palette.fill('Roll back');
    await expect(page.getByRole('option', { name: 'Roll back' })).toBeHidden();
    await palette.fill('preferences');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  });

  await test.step('commands of the open prompt run by key and by palette', async () => {
    await page.getByRole('link', { name: 'Prompts', exact: true }).click();
    await list.getByRole('link', { name: /Support agent/ }).click();
    await page.keyboard.press('Alt+3');
    await expect(page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('F1');
    await palette.fill('go live');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Promote to stable' })).toBeVisible();
    await page.keyboard.press('Escape');
  });
});
