import type { Page } from '@playwright/test';
import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

const patient = { timeout: 30_000 };

const text = (page: Page) => page.getByRole('region', { name: 'Prompt text' });
const problems = (page: Page) => page.getByRole('region', { name: 'Problems' });

async function openSupportAgent(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Support agent/ })
    .click();
  await text(page).getByRole('textbox').focus(patient);
}

async function typeAtTheStart(page: Page, words: string): Promise<void> {
  await text(page).getByRole('textbox').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(words);
}

test('the text is read along: problems in words with their ways out', async ({ app, page }) => {
  expect(app.process.exitCode).toBeNull();
  await openSupportAgent(page);

  await test.step('counts stand below the text, tokens among them', async () => {
    await expect(page.getByText(/^[\d,]+ characters · [\d,]+ words · ≈ [\d,]+ tokens$/)).toBeVisible(patient);
    await expect(page.getByText('No problems').first()).toBeVisible();
  });

  await test.step('problems are listed and underlined', async () => {
    await typeAtTheStart(page, 'Dear {{ first name }}, {{custmer and {{Locale}}. ');
    await page.getByRole('button', { name: '3 problems' }).click(patient);
    await expect(problems(page).getByRole('listitem')).toHaveCount(3);
    await expect(problems(page)).toContainText('“first name” is no name for a variable');
    await expect(problems(page)).toContainText('{{custmer is not closed');
    await expect(problems(page)).toContainText('{{Locale}} is not declared');
    await expect(text(page).locator('.prompt-problem').first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a problem is gone to, and mended by a button', async () => {
    await problems(page)
      .getByRole('button', { name: /first name/ })
      .first()
      .click();
    await expect(page.getByText(/^Selected: 16 characters · 2 words/)).toBeVisible(patient);
    await problems(page).getByRole('button', { name: 'Write {{first_name}}' }).click();
    await expect(text(page)).toContainText('Dear {{first_name}},', patient);
    await problems(page).getByRole('button', { name: 'Close the braces: {{custmer}}' }).click();
    await expect(text(page)).toContainText('{{custmer}} and', patient);
    await problems(page).getByRole('button', { name: 'Use {{locale}}' }).click();
    await expect(text(page)).toContainText('and {{locale}}.', patient);
    await expect(page.getByRole('button', { name: '2 problems' })).toBeVisible(patient);
  });

  await test.step('a mended problem comes back by undo', async () => {
    await text(page).getByRole('textbox').focus();
    await page.keyboard.press('Control+z');
    await expect(text(page)).toContainText('and {{Locale}}.');
    await page.keyboard.press('Control+y');
  });

  await test.step('keys lead from problem to problem, and say there what is wrong', async () => {
    const card = page.getByRole('region', { name: 'Problem', exact: true });
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await expect(card).toContainText('{{first_name}} is not declared');
    await expect(card).toContainText('1 of 2');
    await expect(text(page).getByRole('textbox')).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('F8');
    await expect(card).toContainText('{{custmer}} is not declared');
    await page.keyboard.press('Shift+F8');
    await expect(card).toContainText('{{first_name}} is not declared');
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await page.keyboard.press('F8');
    await page.keyboard.press('F8');
    await page.keyboard.press('Control+.');
    await expect(card.getByRole('button').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(card).toBeHidden();
    await expect(page.getByRole('button', { name: '1 problem' })).toBeVisible(patient);
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('button', { name: '2 problems' })).toBeVisible(patient);
  });

  await test.step('F2 renames the variable at the caret everywhere', async () => {
    const dialog = page.getByRole('dialog', { name: 'Rename variable' });
    await page.keyboard.press('Control+Home');
    for (let letter = 0; letter < 8; letter += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F2');
    await expect(dialog.getByLabel('New name of first_name')).toBeFocused();
    await expect(dialog).toContainText('It changes in 1 place of the text');
    await dialog.getByRole('textbox').fill('first name');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('No spaces');
    await dialog.getByRole('textbox').fill('tier');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('There is a variable called “tier” already.');
    await expectAccessible(page);
    await dialog.getByRole('textbox').fill('customer_name');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(text(page)).toContainText('Dear {{customer_name}},', patient);
    await expect(text(page).getByRole('textbox')).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(text(page)).toContainText('Dear {{first_name}},', patient);
  });

  await test.step('words become a variable everywhere, with the words as its value', async () => {
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Acme Corp. For Acme Corp. only. ');
    await page.keyboard.press('Control+Home');
    for (let letter = 0; letter < 10; letter += 1) await page.keyboard.press('Shift+ArrowRight');
    await expect(page.getByRole('button', { name: 'Make variable' })).toBeVisible(patient);
    await page.keyboard.press('Control+Shift+M');
    const dialog = page.getByRole('dialog', { name: 'Make variable' });
    await expect(dialog.getByLabel('Name')).toHaveValue('acme_corp', patient);
    await expect(dialog.getByLabel('Replace all 2 places')).toBeChecked();
    await expectAccessible(page);
    await dialog.getByLabel('Name').fill('our company');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('leave no spaces');
    await dialog.getByLabel('Name').fill('company');
    await page.keyboard.press('Enter');
    await expect(text(page)).toContainText('{{company}} For {{company}} only.', patient);
    await expect(page.getByRole('region', { name: 'Preview' })).toContainText(
      'Acme Corp. For Acme Corp.',
      patient,
    );
    await expect(page.getByRole('region', { name: 'Variables' }).getByLabel('company')).toHaveValue(
      'Acme Corp.',
    );
  });

  await test.step('the menu of the text speaks the language of the screen', async () => {
    await text(page).locator('.prompt-variable').first().click({ button: 'right' });
    const items = page.getByRole('menuitem');
    await expect(items.first()).toBeVisible(patient);
    await expect(items).toHaveText([
      /^Rename variable/,
      /^Go to the variable’s field/,
      /^Cut/,
      /^Copy/,
      /^Paste/,
      /^Proofread/,
      /^Find in/,
      /^Find and/,
    ]);
    await expectAccessible(page);
    await items.nth(1).click();
    await expect(page.getByRole('region', { name: 'Variables' }).getByLabel('company')).toBeFocused(patient);
  });

  await test.step('Ctrl and a click on a variable go to its field', async () => {
    await text(page).getByRole('textbox').focus();
    await text(page)
      .locator('.prompt-variable')
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await expect(page.getByRole('region', { name: 'Variables' }).getByLabel('company')).toBeFocused(patient);
  });
});

test('a name is given to the words that were selected, and the caret stays where it was', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  const create = {
    name: 'letter',
    title: 'Letter',
    content: 'Dear {{name}}, Sir {{name}} writes.',
    variables: [],
  };
  expect((await callAsAdmin(dataFolder, 'POST', '/prompts', create)).status).toBe(201);
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Letter/ })
    .click();
  await text(page).getByRole('textbox').focus(patient);

  await test.step('a colleague’s version comes while the name is being thought of', async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    for (let letter = 0; letter < 6; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Control+Shift+M');
    const dialog = page.getByRole('dialog', { name: 'Make variable' });
    await expect(dialog.getByLabel('Name')).toHaveValue('writes', patient);
    const content = `Hello. ${create.content}`;
    const saved = await callAsAdmin(dataFolder, 'POST', '/prompts/letter/versions', {
      ...{ content, variables: [], baseVersion: 1 },
    });
    expect(saved.status).toBe(201);
    await expect(text(page)).toContainText('Hello. Dear', patient);
    await page.keyboard.press('Enter');
    await expect(text(page)).toContainText('Hello. Dear {{name}}, Sir {{name}} {{writes}}.', patient);
    await page.keyboard.press('Control+z');
  });

  await test.step('a rename leaves the caret in the name that it was in', async () => {
    await page.keyboard.press('Control+Home');
    for (let letter = 0; letter < 18; letter += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F2');
    await page.keyboard.type('person');
    await page.keyboard.press('Enter');
    await expect(text(page)).toContainText('Dear {{person}}, Sir {{person}}', patient);
    await page.keyboard.type('X');
    await expect(text(page)).toContainText('Dear {{personX}}, Sir {{person}}', patient);
  });
});
