import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startWebApp } from '#test/support/start-web-app.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';
import { callAsAdmin, expect, expectAccessible, fetchPrompt, test } from './support/fixtures.ts';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Import prompts' });
const rowOf = (page: Page, title: string) => dialogOf(page).getByRole('listitem').filter({ hasText: title });

async function runCommand(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Prompt list' }).getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('textbox', { name: 'Find a command or a prompt' }).fill(name);
  await page.keyboard.press('Enter');
}

test('everything goes out in one file and comes in elsewhere with its history', async ({
  app,
  page,
  dataFolder,
  browser,
}) => {
  expect(app.process.exitCode).toBeNull();
  const name = 'legal/terms';
  await callAsAdmin(dataFolder, 'POST', '/prompts', {
    name,
    title: 'Terms',
    content: 'First\r\n\u2028 words',
  });
  await callAsAdmin(dataFolder, 'POST', `/prompts/${encodeURIComponent(name)}/versions`, {
    content: 'Second words 🙂',
    baseVersion: 1,
    note: 'Shorter',
  });

  const file = await test.step('the file is written', async () => {
    await runCommand(page, 'Export everything');
    const dialog = page.getByRole('dialog', { name: 'Export everything' });
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const path = await (await download).path();
    await expect(dialog).toBeHidden();
    const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ kind: 'end', prompts: 7 });
    return path;
  });

  await test.step('one prompt is written as Markdown', async () => {
    await page.getByRole('link', { name: /Terms/ }).first().click();
    await expect(page.getByRole('tab', { name: 'Edit' })).toBeVisible();
    const download = page.waitForEvent('download');
    await runCommand(page, 'Export this prompt as Markdown');
    expect((await download).suggestedFilename()).toBe('legal-terms-v2.md');
    expect(readFileSync(await (await download).path(), 'utf8')).toBe(
      '---\ntitle: "Terms"\nname: legal/terms\n---\n\nSecond words 🙂',
    );
  });

  const folder = makeTemporaryFolder();
  const other = await startWebApp(folder.path);
  const context = await browser.newContext();
  const otherPage = await context.newPage();
  await otherPage.goto(other.link);

  await test.step('elsewhere it is looked at, and imported', async () => {
    await runCommand(otherPage, 'Import prompts');
    await dialogOf(otherPage).getByLabel('Files to import').setInputFiles(file);
    await expect(rowOf(otherPage, 'Terms')).toContainText('New; versions 1 to 2');
    await expect(rowOf(otherPage, 'Support agent')).toContainText('Nothing to do');
    await expectAccessible(otherPage);
    await dialogOf(otherPage).getByRole('button', { name: 'Import 1 prompt' }).click();
    await expect(dialogOf(otherPage)).toContainText('1 prompt imported with the history.');
    await dialogOf(otherPage).getByRole('button', { name: 'Done' }).click();
    const first = await fetchPrompt(folder.path, name, { version: 1 });
    expect(first.content).toBe('First\r\n\u2028 words');
    expect((await fetchPrompt(folder.path, name, { version: 'latest' })).content).toBe('Second words 🙂');
  });

  await test.step('from the other registry itself, all of it is there already', async () => {
    await runCommand(otherPage, 'Import prompts');
    await dialogOf(otherPage).getByRole('radio', { name: 'Another registry' }).click();
    const { address } = JSON.parse(readFileSync(join(dataFolder, 'sandbox', 'access.json'), 'utf8'));
    const keys = JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8'));
    await dialogOf(otherPage).getByRole('textbox', { name: 'Address' }).fill(address);
    await dialogOf(otherPage).getByLabel('Key').fill('pf_nobody');
    await dialogOf(otherPage).getByRole('button', { name: 'Continue' }).click();
    await expect(dialogOf(otherPage).getByRole('alert')).toContainText('does not accept the key');
    await dialogOf(otherPage).getByRole('radio', { name: 'Another registry' }).click();
    await dialogOf(otherPage).getByRole('textbox', { name: 'Address' }).fill(address);
    await dialogOf(otherPage).getByLabel('Key').fill(keys['sandbox-admin-key']);
    await dialogOf(otherPage).getByRole('button', { name: 'Continue' }).click();
    await expect(dialogOf(otherPage)).toContainText('all of it is here already');
    await expect(rowOf(otherPage, 'Terms')).toContainText('Nothing to do');
  });
  await context.close();
  await other.stop();
  folder.remove();
});
