import type { Page } from '@playwright/test';
import { startWebApp, type WebApp } from '#test/support/start-web-app.ts';
import { expect, expectAccessible, fetchPrompt, test } from './support/fixtures.ts';

/** The third of March, this year or last: always past. */
const march = (() => {
  const day = new Date(new Date().getFullYear(), 2, 3, 14);
  return day.getTime() < Date.now() - 86_400_000 ? day : new Date(day.getFullYear() - 1, 2, 3, 14);
})();

const letter = `title,prompt
Apology letter,"Write an apology to Ms Weber. Ms Weber waited two weeks for her parcel.

Answer in the language with the code LANGUAGE, in five sentences."
`;

const text = (page: Page) => page.getByRole('region', { name: 'Prompt text' });
const fields = (page: Page) => page.getByRole('region', { name: 'Variables' });
const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });
const dialog = (page: Page) => page.getByRole('dialog');

/** Selects words as a person does who looks for them. */
async function select(page: Page, words: string): Promise<void> {
  await text(page).getByRole('textbox').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find' }).fill(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

async function save(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: /^Save version/ }).click();
  await dialog(page).getByLabel('Note').fill(note);
  await dialog(page).getByRole('button', { name: 'Save version' }).click();
  await expect(dialog(page)).toBeHidden();
}

test('somebody who never saw git imports, makes variables, sees two languages, and brings March back', async ({
  page,
  dataFolder,
}) => {
  let app: WebApp = await startWebApp(dataFolder, { startsAt: march });
  await page.goto(app.link);

  await test.step('prompts come in from a table', async () => {
    await page.getByRole('button', { name: 'Import prompts' }).click();
    await dialog(page)
      .getByLabel('Files to import')
      .setInputFiles({ name: 'letters.csv', mimeType: 'text/csv', buffer: Buffer.from(letter) });
    await dialog(page).getByRole('button', { name: 'Import 1 prompt' }).click();
    await dialog(page).getByRole('button', { name: 'Done' }).click();
    await page
      .getByRole('navigation', { name: 'Prompt list' })
      .getByRole('link', { name: /Apology letter/ })
      .click();
  });

  await test.step('the title is changed where it stands, and back by undo', async () => {
    const title = page.getByRole('heading', { level: 1 });
    await title.getByRole('button', { name: 'Apology letter' }).click();
    await page.getByRole('textbox', { name: 'New title of Apology letter' }).fill('Letter of apology');
    await page.keyboard.press('Enter');
    await expect(title).toHaveText('Letter of apology');
    await expect(title.getByRole('button')).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(title).toHaveText('Apology letter');
  });

  await test.step('a name becomes a variable in both places, and so does the language', async () => {
    await select(page, 'Ms Weber');
    await page.getByRole('button', { name: 'Make variable' }).click();
    await dialog(page).getByLabel('Name').fill('customer');
    await dialog(page).getByRole('button', { name: 'Make variable' }).click();
    await expect(text(page)).toContainText('apology to {{customer}}. {{customer}} waited');
    await select(page, 'LANGUAGE');
    await page.getByRole('button', { name: 'Make variable' }).click();
    await dialog(page).getByRole('button', { name: 'Make variable' }).click();
    await expect(text(page)).toContainText('the code {{language}}');
    await save(page, 'The name and the language come from the application.');
  });

  await test.step('the German and the English result are one choice away', async () => {
    for (const [title, language] of [
      ['German', 'de'],
      ['English', 'en'],
    ] as const) {
      await fields(page).getByLabel('language').fill(language);
      await fields(page).getByRole('button', { name: 'More for these values' }).click();
      await page.getByRole('menuitem', { name: 'Save these values as…' }).click();
      await dialog(page).getByLabel('Name').fill(title);
      await page.keyboard.press('Enter');
      await expect(dialog(page)).toBeHidden();
    }
    const choice = fields(page).getByLabel('Values', { exact: true });
    await choice.selectOption('German');
    await expect(preview(page)).toContainText('apology to Ms Weber. Ms Weber waited');
    await expect(preview(page)).toContainText('the language with the code de');
    await choice.selectOption('English');
    await expect(preview(page)).toContainText('the language with the code en');
    await expectAccessible(page);
  });

  await test.step('it goes live', async () => {
    await page.getByRole('tab', { name: 'Promotion' }).click();
    await page.getByRole('button', { name: 'Promote to stable' }).click();
    await dialog(page).getByRole('textbox').first().fill('First letters.');
    await dialog(page).getByRole('button', { name: 'Promote to stable' }).click();
    await expect(page.getByRole('contentinfo')).toContainText('stable v2');
  });
  await app.stop();

  app = await startWebApp(dataFolder);
  await page.goto(app.link);

  await test.step('much later a sentence changes', async () => {
    await page.getByRole('tab', { name: 'Edit' }).click();
    await select(page, 'in five sentences');
    await page.keyboard.type('in one short sentence');
    await save(page, 'Shorter.');
    await expect(page.getByRole('contentinfo')).toContainText('v3 · stable v2');
  });

  await test.step('what changed since March is asked by its date', async () => {
    await page.getByRole('tab', { name: 'History' }).click();
    await expectAccessible(page);
    const day = `${march.getFullYear()}-03-04T09:00`;
    await page.getByLabel('What was stable on').fill(day);
    await expect(page.getByRole('status').filter({ hasText: 'v2 was stable' })).toBeVisible();
    await page.getByRole('button', { name: 'What changed since' }).click();
    await expect(page.getByText('1 sentence changed')).toBeVisible();
    await expect(page.locator('ins', { hasText: 'one short sentence' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('and March comes back', async () => {
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('list', { name: 'Versions' }).getByRole('button', { name: /^v2\b/ }).click();
    await page.getByRole('button', { name: 'Restore as draft' }).click();
    await expect(text(page)).toContainText('in five sentences');
    await save(page, 'As it was in March.');
    await expect(page.getByRole('contentinfo')).toContainText('v4 · stable v2');
    const variables = { customer: 'Ms Weber', language: 'de' };
    const latest = await fetchPrompt(dataFolder, 'apology-letter', { version: 'latest', variables });
    expect(latest.content).toContain('in five sentences');
  });
  await app.stop();
});
