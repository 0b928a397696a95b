import type { Page } from '@playwright/test';
import { expect, expectAccessible, fetchPrompt, test } from './support/fixtures.ts';

const text = (page: Page) => page.getByRole('region', { name: 'Prompt text' });
const field = (page: Page) => page.getByRole('textbox', { name: 'Prompt text, being proofread' });

async function openSupportAgent(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Support agent/ })
    .click();
  await text(page).getByRole('textbox').focus();
  await page.keyboard.press('Control+Home');
}

test('a prompt is proofread in a field of the browser: one text, one history', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  const values = { locale: 'de', tier: 'pro', customer: 'Zoë' };
  const before = await fetchPrompt(dataFolder, 'support-agent', { version: 'latest', variables: values });
  await openSupportAgent(page);
  await page.keyboard.type('Dear all, ');
  await page.keyboard.press('Control+Alt+x');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveAttribute('spellcheck', 'true');
  await expect(field(page).locator('span[spellcheck=false]').first()).toHaveText('{{product}}');
  await expectAccessible(page);

  await test.step('what is typed where the caret was is the draft', async () => {
    await page.keyboard.type('dear {{customer}},');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('hello. ');
    await expect(field(page).locator('span[spellcheck=false]').first()).toHaveText('{{customer}}');
    await expect(page.getByRole('button', { name: '1 problem' })).toBeVisible();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('The end. Oh no.');
    for (let letter = 0; letter < 7; letter += 1) await page.keyboard.press('Backspace');
    await page.keyboard.insertText(' Or\nnot.');
  });

  await test.step('undo takes back what was typed, here and in the editor', async () => {
    await page.keyboard.press('Control+z');
    await expect(field(page)).toContainText('The end.');
    await expect(field(page)).not.toContainText('not.');
    await page.keyboard.press('Control+y');
    await expect(field(page)).toContainText('Or\nnot.');
    await page.keyboard.press('Escape');
    await expect(field(page)).toBeHidden();
    await expect(text(page).getByRole('textbox')).toBeFocused();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+y');
  });

  await test.step('the text is saved to the letter', async () => {
    await page.keyboard.press('Control+s');
    await page.getByRole('dialog').getByRole('button', { name: 'Save version' }).click();
    await expect(page.getByRole('contentinfo')).toContainText('v6 · stable v3');
    const after = await fetchPrompt(dataFolder, 'support-agent', { version: 'latest', variables: values });
    expect(after.content).toBe(`Dear all, dear Zoë,\n\nhello. ${before.content}\nThe end. Or\nnot.`);
  });
});

test('where the shell can tell, misspelt words are marked while writing and mended from the menu', async ({
  app,
  page,
}) => {
  expect(app.process.exitCode).toBeNull();
  // The desktop's preload script offers the same two questions.
  await page.addInitScript(() => {
    const wrong: Record<string, string[]> = { qzxvkjq: [], Teh: ['The', 'Tech'], frobnicator: [] };
    Object.assign(window, {
      spellingEngine: {
        findMisspelt: (words: string[]) => words.filter((word) => Object.hasOwn(wrong, word)),
        suggest: (word: string) => wrong[word] ?? [],
      },
    });
  });
  await page.reload();
  await openSupportAgent(page);
  await page.keyboard.type('Teh {{Teh}} frobnicator');
  const marks = text(page).locator('.prompt-misspelt');
  await expect(marks).toHaveText(['Teh']);
  await page.keyboard.type(' is here. ');
  await expect(marks).toHaveText(['Teh', 'frobnicator']);

  await marks.first().click({ button: 'right' });
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'The', exact: true }).click();
  await expect(text(page)).toContainText('The {{Teh}} frobnicator');
  await page.keyboard.press('Control+z');
  await expect(text(page)).toContainText('Teh {{Teh}} frobnicator');
  await page.keyboard.press('Control+y');
  await expect(marks).toHaveText(['frobnicator']);

  await marks.first().click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'No suggestions' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Add “frobnicator” to the dictionary' }).click();
  await expect(marks).toHaveCount(0);
});
