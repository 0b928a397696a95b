import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

const events = (page: Page) => page.getByRole('list', { name: 'Events' });
const openActivity = (page: Page) => page.getByRole('link', { name: 'Activity', exact: true }).click();

async function saveVersions(dataFolder: string, prompt: string, count: number): Promise<void> {
  for (let base = 1; base <= count; base += 1) {
    const body = { content: `Text ${base}`, note: `Round ${base}`, baseVersion: base };
    const saved = await callAsAdmin(dataFolder, 'POST', `/prompts/${prompt}/versions`, body);
    expect(saved.status).toBe(201);
  }
}

test('the activity is filtered, linked, live, and goes back to the first entry', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  const created = await callAsAdmin(dataFolder, 'POST', '/prompts', { name: 'notes', content: 'Text 0' });
  expect(created.status).toBe(201);
  await saveVersions(dataFolder, 'notes', 160);
  await openActivity(page);

  await test.step('an entry is a sentence with the words that were written, under its day', async () => {
    await expect(events(page)).toContainText(/saved v161 of Notes\s*Round 160/);
    await expect(events(page).getByRole('heading', { name: 'Today' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('what happens meanwhile is at the top, or waits where somebody reads further down', async () => {
    const save = (base: number) =>
      callAsAdmin(dataFolder, 'POST', '/prompts/notes/versions', {
        content: `Meanwhile ${base}`,
        note: `Meanwhile ${base}`,
        baseVersion: base,
      });
    await save(161);
    await expect(events(page)).toContainText('Meanwhile 161');
    const scroller = page.getByRole('region', { name: 'What happened' });
    await scroller.evaluate((element) => element.scrollTo({ top: 2_000 }));
    const entry = events(page).getByRole('link').nth(12);
    const place = await entry.boundingBox();
    await save(162);
    await page.getByRole('button', { name: '1 new entry' }).waitFor();
    expect(await entry.boundingBox()).toEqual(place);
    await page.getByRole('button', { name: '1 new entry' }).click();
    await expect(events(page)).toContainText('Meanwhile 162');
    await expect(page.getByRole('button', { name: '1 new entry' })).toBeHidden();
  });

  await test.step('it is read to the first entry', async () => {
    const scroller = page.getByRole('region', { name: 'What happened' });
    await scroller.focus();
    await expect(async () => {
      await page.keyboard.press('End');
      await expect(page.getByText('Here the log begins.')).toBeInViewport({ timeout: 500 });
    }).toPass();
  });

  await test.step('an entry leads to the difference that it made', async () => {
    await page.getByRole('combobox', { name: 'Prompt' }).fill('Notes');
    await page.getByRole('option', { name: 'Notes' }).click();
    await page.getByLabel('Kind').selectOption({ label: 'Saved versions' });
    await expect(page).toHaveURL(/#\/activity\?prompt=notes&kind=versions$/);
    await events(page).getByRole('link', { name: 'v163 of Notes' }).click();
    await expect(page.getByLabel('From', { exact: true })).toHaveValue('162');
    await expect(page.getByLabel('To', { exact: true })).toHaveValue('163');
  });

  await test.step('the filter comes back, with the back button and from the address alone', async () => {
    await page.goBack();
    await expect(page.getByLabel('Kind')).toHaveValue('versions');
    await page.reload();
    await expect(page.getByRole('combobox', { name: 'Prompt' })).toHaveValue('Notes');
    await expect(events(page)).toContainText('Meanwhile 162');
    await page.getByLabel('To', { exact: true }).fill('2020-01-01');
    await expect(page.getByRole('main')).toContainText('Nothing fits');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect(page).toHaveURL(/#\/activity$/);
    await expect(events(page)).toContainText('Meanwhile 162');
  });

  await test.step('somebody is found by name', async () => {
    const member = { name: 'Ana Lima', roles: ['editor'] };
    const { id } = (await (await callAsAdmin(dataFolder, 'POST', '/members', member)).json()) as {
      id: string;
    };
    const key = await callAsAdmin(dataFolder, 'POST', `/members/${id}/keys`, { name: 'laptop' });
    const { secret } = (await key.json()) as { secret: string };
    const body = { content: 'By Ana', note: 'From Ana', baseVersion: 163 };
    await callAsAdmin(dataFolder, 'POST', '/prompts/notes/versions', body, secret);
    await page.getByRole('link', { name: 'Reviews', exact: true }).click();
    await openActivity(page);
    await page.getByLabel('Person').selectOption({ label: 'Ana Lima' });
    await expect(events(page).getByRole('link')).toHaveCount(1);
    await expect(events(page)).toContainText(/Ana Lima saved v164 of Notes\s*From Ana/);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a table' }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/^activity-[\d-]+\.csv$/);
    const rows = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('seq,at,type,actor');
    expect(rows[1]).toContain('Ana Lima');
  });
});

test('the log is verified, and compared with a fingerprint that was kept', async ({ app, page }) => {
  expect(app.process.exitCode).toBeNull();
  await openActivity(page);
  await page.getByRole('button', { name: 'Verify the log' }).click();
  const dialog = page.getByRole('dialog', { name: 'Verify the log' });
  await expect(dialog).toContainText(/All \d+ entries are unchanged since they were written\./);
  await expectAccessible(page);
  const fingerprint = (await dialog.locator('code').textContent()) ?? '';
  const field = dialog.getByLabel('Compare with a fingerprint that was kept earlier');

  await field.fill(fingerprint);
  await field.press('Enter');
  await expect(dialog).toContainText(/Entry \d+ is the one that was kept\./);
  await field.fill(`3:${'a'.repeat(64)}`);
  await field.press('Enter');
  await expect(dialog).toContainText('Entry 3 is not the one that was kept.');
  await field.fill('yesterday');
  await field.press('Enter');
  await expect(dialog).toContainText('This is not a fingerprint.');
  await expectAccessible(page);
});
