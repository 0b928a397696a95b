import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { callAsAdmin, expect, expectAccessible, fetchPrompt, test } from './support/fixtures.ts';

const table = `title,prompt
Interviewer,"Ask me about \${Position:Software Developer} and [TOPIC].
Write {{name}} as it is."
Refund policy,"A text of another prompt."
Greeting,"Say hello to \${customer}."
Nothing,
`;

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Import prompts' });
const rowOf = (page: Page, title: string) =>
  dialogOf(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox', { name: `Import ${title}` }) });
const importButton = (page: Page) => dialogOf(page).getByRole('button', { name: /^Import [\d,]+ prompts?$/ });

interface NamedText {
  readonly name: string;
  readonly text: string;
}

async function give(page: Page, ...files: NamedText[]): Promise<void> {
  const input = dialogOf(page).getByLabel('Files to import');
  await input.setInputFiles(
    files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })),
  );
}

async function choose(page: Page, ...files: NamedText[]): Promise<void> {
  await give(page, ...files);
  await expect(dialogOf(page).getByRole('region', { name: 'What will happen' })).toBeVisible();
}

test('prompts come in from a table, and importing it again changes nothing', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  await expect(page.getByRole('navigation', { name: 'Prompt list' }).getByRole('link')).toHaveCount(6);
  await page.getByRole('button', { name: 'Import prompts' }).click();

  await test.step('the person sees what will happen, placeholders and clashes included', async () => {
    await expect(dialogOf(page).getByRole('button', { name: 'Choose files' })).toBeVisible();
    await expectAccessible(page);
    await choose(page, { name: 'prompts.csv', text: table });
    await expect(rowOf(page, 'Interviewer')).toContainText('New');
    await expect(rowOf(page, 'Nothing')).toContainText('There is no text');
    await expect(importButton(page)).toHaveText('Import 3 prompts');
    await rowOf(page, 'Greeting').getByRole('textbox', { name: 'Title' }).fill('Welcome');
    const name = page.getByRole('textbox', { name: 'Name of Welcome' });
    await expect(name).toHaveValue('welcome');
    await rowOf(page, 'Welcome').getByRole('textbox', { name: 'Title' }).fill('Greeting');
    await rowOf(page, 'Refund policy')
      .getByRole('textbox', { name: /^Name of/ })
      .fill('legal/refund-policy');
    await expect(rowOf(page, 'Refund policy')).toContainText('New version');
    await rowOf(page, 'Refund policy')
      .getByRole('textbox', { name: /^Name of/ })
      .fill('legal/refund policy');
    await expect(rowOf(page, 'Refund policy')).toContainText('A name has lower-case letters');
    await rowOf(page, 'Refund policy').getByRole('button', { name: 'Use' }).click();
    await expect(rowOf(page, 'Refund policy').getByRole('textbox', { name: /^Name of/ })).toHaveValue(
      'legal-refund-policy',
    );
    await expectAccessible(page);
  });

  await test.step('what other programs write becomes variables where the person wants it', async () => {
    const preview = dialogOf(page).getByRole('region', { name: 'Text as it will be' });
    await rowOf(page, 'Interviewer').getByRole('textbox', { name: 'Title' }).focus();
    await expect(preview).toContainText('Ask me about {{Position}} and [TOPIC]');
    await dialogOf(page)
      .getByRole('checkbox', { name: /^\[X\]/ })
      .check();
    await expect(preview).toContainText('{{Position}} and {{TOPIC}}');
    await dialogOf(page)
      .getByRole('checkbox', { name: /^\{\{x/ })
      .uncheck();
    await expect(preview).toContainText('Write \\{{name}} as it is');
  });

  await test.step('it is done, and applications get the words with the values of the source', async () => {
    await importButton(page).click();
    await expect(dialogOf(page)).toContainText('3 new prompts imported.');
    await expectAccessible(page);
    await dialogOf(page).getByRole('button', { name: 'Done' }).click();
    const list = page.getByRole('navigation', { name: 'Prompt list' });
    await expect(list.getByRole('link', { name: /Interviewer/ })).toBeVisible();
    const variables = { TOPIC: 'React' };
    expect(await fetchPrompt(dataFolder, 'interviewer', { version: 'latest', variables })).toMatchObject({
      version: 1,
      content: 'Ask me about Software Developer and React.\nWrite {{name}} as it is.',
    });
  });

  await test.step('the same table again changes nothing; a changed row is a new version', async () => {
    await page.getByRole('button', { name: 'Import prompts' }).click();
    await choose(page, { name: 'prompts.csv', text: table.replace('hello', 'good morning') });
    await expect(rowOf(page, 'Greeting')).toContainText('New version, v2');
    await dialogOf(page)
      .getByRole('checkbox', { name: /^\[X\]/ })
      .check();
    await dialogOf(page)
      .getByRole('checkbox', { name: /^\{\{x/ })
      .uncheck();
    await expect(rowOf(page, 'Interviewer')).toContainText('Unchanged: is v1 here');
    await rowOf(page, 'Refund policy').getByRole('checkbox').uncheck();
    await expect(importButton(page)).toHaveText('Import 1 prompt');
    const somebodyElse = await callAsAdmin(dataFolder, 'POST', '/prompts/greeting/versions', {
      content: 'Meanwhile',
      baseVersion: 1,
    });
    expect(somebodyElse.status).toBe(201);
    await importButton(page).click();
    await expect(dialogOf(page)).toContainText('Nothing was imported. 1 row could not be imported.');
    await dialogOf(page).getByRole('button', { name: 'Look at the rest' }).click();
    await expect(rowOf(page, 'Greeting')).toContainText('New version, v3');
    await importButton(page).click();
    await expect(dialogOf(page)).toContainText(
      /1 new version imported|new version and|1 new prompt and 1 new version/,
    );
  });
});

test('a paste and files come in too', async ({ app, page, dataFolder }) => {
  expect(app.process.exitCode).toBeNull();
  // While the registry connects, nobody knows yet whether the user may import.
  await expect(page.getByRole('navigation', { name: 'Prompt list' }).getByRole('link')).toHaveCount(6);
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('textbox', { name: 'Find a command or a prompt' }).fill('Import prompts');
  await page.keyboard.press('Enter');
  // A long table can be left while it is being read.
  await give(page, {
    name: 'long.csv',
    text: `title,text\n${'"A","Answer, then ""stop""."\n'.repeat(60_000)}`,
  });
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialogOf(page).getByRole('button', { name: 'Choose files' })).toBeVisible();

  const markdown = '---\ntitle: The tone\ntags: [brand]\n---\nBe kind.\n';
  await choose(page, { name: 'tone.md', text: markdown }, { name: 'notes.docx', text: 'PK' });
  await expect(rowOf(page, 'The tone')).toContainText('New');
  await expect(
    dialogOf(page).getByRole('listitem').filter({ hasText: 'save it as plain text' }),
  ).toBeVisible();
  await dialogOf(page).getByRole('button', { name: 'Start over' }).click();

  await dialogOf(page).getByRole('radio', { name: 'Pasted text' }).click();
  await dialogOf(page)
    .getByRole('textbox', { name: 'Text' })
    .fill('[{"title": "Pasted", "content": "One\\u2028two"}]');
  await expect(dialogOf(page).getByRole('radio', { name: 'A table or a list' })).toHaveAttribute(
    'aria-checked',
    'true',
  );
  await expectAccessible(page);
  await dialogOf(page).getByRole('button', { name: 'Continue' }).click();
  await dialogOf(page).getByLabel('Put them into the folder').fill('brand');
  await expect(rowOf(page, 'Pasted').getByRole('textbox', { name: /^Name of/ })).toHaveValue('brand/pasted');
  await importButton(page).click();
  await expect(dialogOf(page)).toContainText('1 new prompt imported.');
  await expect(dialogOf(page).getByRole('button', { name: 'Open the prompt' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pasted');
  expect(await fetchPrompt(dataFolder, 'brand/pasted', { version: 'latest' })).toMatchObject({
    content: 'One\u2028two',
  });
});

/** Lets go of files and folders over the page, as a file manager does. */
async function drop(page: Page, x: number, y: number, ...files: string[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await client.detach();
}

test('a folder that is chosen, and files and folders that are dropped, keep their places', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  await expect(page.getByRole('navigation', { name: 'Prompt list' }).getByRole('link')).toHaveCount(6);
  const folder = join(dataFolder, 'to import');
  const nothing = join(dataFolder, 'nothing');
  for (const path of [join(folder, 'letters', 'short'), nothing]) mkdirSync(path, { recursive: true });
  writeFileSync(join(folder, 'tone.md'), 'Be kind.');
  writeFileSync(join(folder, 'letters', 'thanks.txt'), 'Say thank you.');
  writeFileSync(join(folder, 'letters', 'short', 'hello.txt'), 'Say hello.');
  writeFileSync(join(folder, '.DS_Store'), 'clutter');
  const names = dialogOf(page).getByRole('textbox', { name: /^Name of/ });
  const expectFolder = async () => {
    await expect(names).toHaveCount(3);
    const found = await names.evaluateAll((fields) =>
      fields.map((field) => (field as HTMLInputElement).value),
    );
    expect(found).toEqual(['letters/short/hello', 'letters/thanks', 'tone']);
    await expect(importButton(page)).toHaveText('Import 3 prompts');
  };

  await test.step('a folder is chosen', async () => {
    await page.getByRole('button', { name: 'Import prompts' }).click();
    const input = dialogOf(page).getByLabel('Folder to import');
    await input.setInputFiles(nothing);
    await expect(dialogOf(page).getByRole('status')).toContainText('There is no file in that.');
    await expectAccessible(page);
    await input.setInputFiles(folder);
    await expectFolder();
    await dialogOf(page).getByRole('button', { name: 'Start over' }).click();
  });

  await test.step('it is dropped on the dialog', async () => {
    const place = await dialogOf(page).getByText('Drop files or a folder here').boundingBox();
    if (!place) throw new Error('There is no place to drop at.');
    await drop(page, place.x + 5, place.y + 5, folder);
    await expectFolder();
    await page.keyboard.press('Escape');
    await expect(dialogOf(page)).toBeHidden();
  });

  await test.step('files and a folder are dropped anywhere on the window, and come in', async () => {
    await drop(page, 700, 400, join(folder, 'tone.md'), join(folder, 'letters'));
    await expect(rowOf(page, 'Hello').getByRole('textbox', { name: /^Name of/ })).toHaveValue(
      'letters/short/hello',
    );
    await expectFolder();
    await importButton(page).click();
    await expect(dialogOf(page)).toContainText('3 new prompts imported.');
    expect(await fetchPrompt(dataFolder, 'letters/short/hello', { version: 'latest' })).toMatchObject({
      content: 'Say hello.',
    });
  });
});
