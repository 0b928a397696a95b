import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

test('every action is a command: by palette, by key, and in the list of shortcuts', async ({
  app,
  page,
  dataFolder,
}) => {
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
    await expect(page.getByText('No command and no prompt has these words.')).toBeVisible();
    await palette.fill('preferences');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  });

  await test.step('what comes while the palette is open can be chosen at once, by keys alone', async () => {
    await page.keyboard.press('Control+Shift+P');
    await palette.fill('Letter to');
    await expect(page.getByRole('option')).toHaveCount(0);
    for (const [name, title] of [
      ['letter-2', 'Letter to Munich'],
      ['letter-1', 'Letter to Berlin'],
    ]) {
      const made = await callAsAdmin(dataFolder, 'POST', '/prompts', { name, title, content: title });
      expect(made.status).toBe(201);
    }
    await expect(page.getByRole('option')).toHaveCount(2);
    await page.keyboard.press('ArrowDown');
    const chosen = page.getByRole('option', { name: /Letter to Munich/, selected: true });
    await expect(chosen).toBeVisible();
    await expect(palette).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Letter to Berlin');
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
    // What the palette took the focus from has it again.
    await expect(list.getByRole('link', { name: /Support agent/ })).toBeFocused();
  });

  await test.step('the text is searched, and words are replaced', async () => {
    await page.getByRole('tab', { name: 'Edit' }).click();
    const text = page.getByRole('region', { name: 'Prompt text' });
    await text.getByRole('textbox', { name: 'Prompt text' }).focus();
    await page.keyboard.press('Control+f');
    const find = text.getByRole('textbox', { name: 'Find' });
    await expect(find).toBeFocused();
    await find.fill('customer');
    await expectAccessible(page);
    await page.keyboard.press('Control+h');
    await expect(text.getByRole('textbox', { name: 'Replace' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(find).toBeHidden();
  });
});
