import { callAsAdmin, expect, expectAccessible, fetchPrompt, test } from './support/fixtures.ts';

test('variables are described, filled in, kept and seen in the finished text', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  const fields = page.getByRole('region', { name: 'Variables' });
  const preview = page.getByRole('region', { name: 'Preview' });
  const text = page.getByRole('region', { name: 'Prompt text' });
  const dialog = page.getByRole('dialog');
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Support agent/ })
    .click();

  await test.step('what is missing is counted, and leads to its field', async () => {
    await expect(preview).toContainText('2 values are missing: locale and tier');
    await preview.getByRole('button', { name: 'tier', exact: true }).click();
    await expect(fields.getByLabel('tier')).toBeFocused();
    await fields.getByRole('button', { name: 'Use example for tier' }).click();
    await expect(fields.getByLabel('tier')).toHaveValue('pro');
    await fields.getByLabel('locale').selectOption('de');
    await expect(preview).not.toContainText('missing');
  });

  await test.step('values are kept with the prompt under a name, and change with a colleague', async () => {
    await fields.getByRole('button', { name: 'More for these values' }).click();
    await page.getByRole('menuitem', { name: 'Save these values as…' }).click();
    await dialog.getByLabel('Name').fill('German, pro');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(fields.getByLabel('Values', { exact: true }).locator('option:checked')).toHaveText(
      'German, pro',
    );
    await fields.getByLabel('locale').selectOption('fr');
    await expect(fields.getByLabel('Values', { exact: true }).locator('option:checked')).toHaveText(
      'German, pro (changed)',
    );
    await fields.getByRole('button', { name: 'Update' }).click();
    await expect(fields.getByLabel('Values', { exact: true }).locator('option:checked')).toHaveText(
      'German, pro',
    );
    const colleague = [{ title: 'Italian', variables: { locale: 'it', tier: 'free' } }];
    const path = '/prompts/support-agent/test-inputs';
    expect((await callAsAdmin(dataFolder, 'PUT', path, colleague)).status).toBe(200);
    await expect(fields.getByLabel('Values', { exact: true }).locator('option')).toHaveText([
      'Your own',
      'Italian',
    ]);
    await fields.getByLabel('Values', { exact: true }).selectOption('Italian');
    await expect(preview).toContainText('the language with the code it');
    await fields.getByRole('button', { name: 'More for these values' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(fields.getByLabel('Values', { exact: true }).locator('option')).toHaveText(['Your own']);
    const deleted = page.getByRole('alert').filter({ hasText: '“Italian” was deleted' });
    await deleted.getByRole('button', { name: 'Undo' }).click();
    await expect(fields.getByLabel('Values', { exact: true }).locator('option:checked')).toHaveText(
      'Italian',
    );
  });

  await test.step('a rename changes text, description and value, and is undone as one step', async () => {
    await fields.getByRole('button', { name: 'Edit variable locale' }).click();
    await dialog.getByLabel('Name').fill('my language');
    await expect(dialog).toContainText('No spaces');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await fields.getByRole('button', { name: 'Edit variable locale' }).click();
    await expect(dialog.getByLabel('Name')).toHaveValue('my language');
    await expect(dialog).toContainText('What you typed here before is still here.');
    await expectAccessible(page);
    await dialog.getByLabel('Name').fill('language');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(dialog).toBeHidden();
    await expect(text).toContainText('{{language}}');
    await expect(fields.getByLabel('language')).toHaveValue('it');
    await page.keyboard.press('Control+z');
    await expect(text).toContainText('{{locale}}');
    await expect(fields.getByLabel('locale')).toHaveValue('it');
    await expect(fields.getByLabel('language')).toBeHidden();
    await page.keyboard.press('Control+y');
    await expect(fields.getByLabel('language')).toHaveValue('it');
  });

  await test.step('a new variable is added, put into the text and filled in', async () => {
    await fields.getByRole('button', { name: 'Add variable' }).click();
    await dialog.getByLabel('Name').fill('orders');
    await dialog.getByLabel('Kind').selectOption('Number');
    await dialog.getByRole('button', { name: 'Add variable' }).click();
    await expect(dialog).toBeHidden();
    await fields.getByRole('button', { name: 'Insert orders at the caret' }).click();
    await expect(text).toContainText('{{orders}}');
    await fields.getByLabel('orders').fill('1,234.5');
    await expect(preview.getByRole('button', { name: '1234.5', exact: true })).toBeVisible();
    await expect(fields.getByLabel('orders')).toHaveValue('1,234.5');
    await page.keyboard.press('Escape');
    await text.getByRole('textbox').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' {{odd_one}}');
    await page.keyboard.press('Escape');
    await expect(fields).toContainText('Not described yet');
    await fields.getByRole('button', { name: 'Describe odd_one' }).click();
    await dialog.getByLabel('Kind').selectOption('Yes or no');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await fields.getByLabel('odd_one').selectOption('yes');
    await expect(preview).not.toContainText('missing');
    await expectAccessible(page);
  });

  await test.step('a value leads to its place in the text', async () => {
    await preview.getByRole('button', { name: '1234.5', exact: true }).press('Enter');
    await expect(text.getByRole('textbox')).toBeFocused();
    await expect(page.getByText(/^Selected: 10 characters/)).toBeVisible();
  });

  await test.step('the finished text is compared with that of stable', async () => {
    await preview.getByRole('button', { name: 'Compare with stable' }).click();
    await expect(preview).toContainText('Against stable (v3) with the same values.');
    await expect(preview.locator('ins').first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('what is described is saved with the version', async () => {
    await expect(page.getByRole('contentinfo')).toContainText('Draft saved');
    await page.keyboard.press('Control+s');
    await dialog.getByRole('button', { name: 'Save version' }).click();
    await expect(page.getByRole('contentinfo')).toContainText('v6 · stable v3');
    const variables = { language: 'it', tier: 'free', orders: 2, odd_one: true };
    const latest = await fetchPrompt(dataFolder, 'support-agent', { version: 'latest', variables });
    expect(latest.content.endsWith(' true')).toBe(true);
  });
});

test('in the preview beside stable, a moved paragraph reads as moved', async ({ app, page, dataFolder }) => {
  expect(app.process.exitCode).toBeNull();
  const paragraph = (number: string) =>
    `The ${number} paragraph is long enough to be known again elsewhere.\n\n`;
  const [first, second, third] = ['first', 'second', 'third'].map(paragraph);
  const create = { name: 'moves', title: 'Moves', content: `${first}${second}${third}`, variables: [] };
  expect((await callAsAdmin(dataFolder, 'POST', '/prompts', create)).status).toBe(201);
  const request = { version: 1, expectedStable: null };
  const promotion = await callAsAdmin(dataFolder, 'POST', '/prompts/moves/promotions', request);
  const { id } = (await promotion.json()) as { id: string };
  expect((await callAsAdmin(dataFolder, 'POST', `/promotions/${id}/apply`, {})).status).toBe(200);
  const save = { content: `${second}${third}${first}`, variables: [], baseVersion: 1 };
  expect((await callAsAdmin(dataFolder, 'POST', '/prompts/moves/versions', save)).status).toBe(201);

  await page.getByRole('navigation', { name: 'Prompt list' }).getByRole('link', { name: /Moves/ }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByRole('button', { name: 'Compare with stable' }).click();
  await expect(preview).toContainText('Against stable (v1) with the same values. 1 paragraph moved');
  await expect(preview.getByRole('button', { name: 'Moved from above' })).toBeVisible();
  await expect(preview.locator('ins, del')).toHaveCount(0);
  await expectAccessible(page);
});
