import { callAsAdmin, expect, expectAccessible, fetchPrompt, test } from './support/fixtures.ts';

test('two people change the same prompt, and both wordings are in the result', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  await callAsAdmin(dataFolder, 'POST', '/prompts', {
    name: 'shared',
    title: 'Shared prompt',
    content: 'Be kind to everybody.\nAnswer the customer in two sentences.\nSay goodbye.',
  });
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Shared prompt/ })
    .click();
  const text = page.getByRole('region', { name: 'Prompt text' });
  await expect(text).toContainText('Say goodbye.');

  await test.step('the owner writes while a colleague saves', async () => {
    await text.getByRole('textbox').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.type('Say goodbye warmly.');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Always ');
    const saved = await callAsAdmin(dataFolder, 'POST', '/prompts/shared/versions', {
      content: 'Be kind to everybody.\nAnswer the customer in three sentences.\nSay farewell in one line.',
      baseVersion: 1,
    });
    expect(saved.status).toBe(201);
    await expect(page.getByRole('main')).toContainText('Administrator saved v2');
  });

  const dialog = page.getByRole('dialog', { name: 'Merge both texts' });
  await test.step('saving opens the merge instead of replacing what the colleague wrote', async () => {
    await page.keyboard.press('Control+s');
    await page
      .getByRole('dialog', { name: /Save version/ })
      .getByRole('button', { name: 'Save version' })
      .click();
    await expect(dialog).toContainText('1 place waits for your decision.');
    await expect(dialog.getByRole('button', { name: 'Use the merged text' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
  });

  await test.step('a decision survives closing the dialog', async () => {
    await dialog.getByRole('radio', { name: 'New wording' }).click();
    await dialog.getByLabel('New wording', { exact: true }).last().fill('Say a warm farewell.');
    await dialog.getByRole('button', { name: 'Later' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Merge' }).click();
    await expect(dialog).toContainText('Everything is decided.');
  });

  await test.step('the whole result can be changed by hand, undone, and decisions still reach it', async () => {
    const result = dialog.getByRole('region', { name: 'Result of the merge' });
    await expect(result).toContainText('Say a warm farewell.');
    await result.getByRole('textbox').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Dear');
    await expect(dialog).toContainText('Changed by hand.');
    await page.keyboard.press('Control+z');
    await expect(result).not.toContainText('Dear');
    await expect(dialog).not.toContainText('Changed by hand.');
    await page.keyboard.press('Control+y');
    await page.keyboard.type(' colleague. ');
    await expect(result).toContainText('Dear colleague. Always');
    await page.keyboard.press('Tab');
    await expect(result.getByRole('textbox')).not.toBeFocused();
    await dialog.getByRole('radio', { name: 'Theirs' }).click();
    await expect(result).toContainText('Say farewell in one line.');
    await expect(result).toContainText('Dear colleague.');
    await dialog.getByRole('radio', { name: 'New wording' }).click();
    await expect(result).toContainText('Say a warm farewell.');
    await expectAccessible(page);
  });

  await test.step('what was decided and written is there again after a reload', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Merge' }).click();
    await expect(dialog).toContainText('Changed by hand.');
    await expect(dialog).toContainText('Everything is decided.');
    await expect(dialog.getByRole('region', { name: 'Result of the merge' })).toContainText(
      'Dear colleague.',
    );
  });

  await test.step('the merged text is in the editor, is saved on top, and can be fetched', async () => {
    await dialog.getByRole('button', { name: 'Use the merged text' }).click();
    await expect(text).toContainText('Answer the customer in three sentences.');
    await page.keyboard.press('Control+s');
    await page
      .getByRole('dialog', { name: 'Save version 3' })
      .getByRole('button', { name: 'Save version' })
      .click();
    await expect(page.getByRole('contentinfo')).toContainText('v3');
    const { content } = await fetchPrompt(dataFolder, 'shared', { version: 3 });
    expect(content).toBe(
      'Dear colleague. Always Be kind to everybody.\nAnswer the customer in three sentences.\nSay a warm farewell.',
    );
  });
});
