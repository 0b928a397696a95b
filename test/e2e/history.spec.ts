import type { Page } from '@playwright/test';
import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

const versionCount = 230;

async function saveVersions(dataFolder: string): Promise<void> {
  for (let base = 5; base < versionCount; base += 1) {
    const response = await callAsAdmin(dataFolder, 'POST', '/prompts/support-agent/versions', {
      content: `You are a planner for people. Round ${base}.${' Take your time.'.repeat(base % 7)}`,
      note: `Round ${base}`,
      baseVersion: base,
    });
    expect(response.status).toBe(201);
  }
}

/** What the browser's own date field takes, an hour from now. */
const nextHour = (page: Page) =>
  page.evaluate(() => {
    const date = new Date(Date.now() - 3_600_000);
    return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  });

test('the history is a picture: sizes, stable and when, two to compare, one to restore', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  await saveVersions(dataFolder);
  await page.clock.setSystemTime(Date.now() + 2 * 3_600_000);
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Support agent/ })
    .click();
  await page.getByRole('tab', { name: 'History' }).click();
  const list = page.getByRole('list', { name: 'Versions' });
  const row = (version: number) => list.getByRole('button', { name: new RegExp(`^v${version}\\b`) });
  const reader = (version: number) => page.getByRole('region', { name: `Version ${version}`, exact: true });

  await test.step('versions stand under their month, with the size of their change', async () => {
    await expect(row(versionCount)).toContainText(`Round ${versionCount - 1}`);
    await expect(row(versionCount)).toContainText(/[+−]\d+/);
    await expect(list.getByRole('heading').first()).toContainText(String(new Date().getFullYear()));
    await expectAccessible(page);
  });

  await test.step('the keyboard goes from the newest to the oldest', async () => {
    await row(versionCount).focus();
    await page.keyboard.press('ArrowDown');
    await expect(row(versionCount - 1)).toBeFocused();
    await expect(reader(versionCount - 1)).toBeVisible();
    await page.keyboard.press('End');
    await expect(row(1)).toBeFocused();
    await expect(reader(1)).toContainText('v1');
  });

  await test.step('two versions are marked and compared', async () => {
    await page.keyboard.press('Space');
    await expect(list.getByRole('checkbox', { name: 'Mark v1 to compare' })).toBeChecked();
    await list.getByRole('checkbox', { name: 'Mark v3 to compare' }).check();
    await page.getByRole('button', { name: 'Compare v1 with v3' }).click();
    await expect(page.getByLabel('From', { exact: true })).toHaveValue('1');
    await expect(page.getByLabel('To', { exact: true })).toHaveValue('3');
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
  });

  await test.step('what was stable at a moment is said in a sentence, and opened', async () => {
    const field = page.getByLabel('What was stable on');
    const answer = page.getByRole('region', { name: 'Stable over time' }).getByRole('status');
    await field.fill('2020-03-03T14:00');
    await expect(answer).toContainText('nothing was stable yet');
    await field.fill(await nextHour(page));
    await expect(answer).toContainText(/v3 was stable: promoted by .+ and still is\./);
    await expect(reader(3)).toBeVisible();
    await expect(row(3)).toBeInViewport();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Who wrote and approved it' }).click();
    await expect(page.getByRole('main')).toContainText(/v3 of Support agent was stable\./);
    await page.goBack();
    await field.press('Escape');
    await expect(answer).toBeEmpty();
  });

  await test.step('the picture comes nearer by wheel and keys, and is a table as well', async () => {
    const picture = page.getByRole('region', { name: 'Picture of the history' });
    const wholeTime = page.getByRole('button', { name: 'Whole time' });
    await expect(wholeTime).toBeDisabled();
    await picture.focus();
    await page.keyboard.press('+');
    await expect(wholeTime).toBeEnabled();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('0');
    await expect(wholeTime).toBeDisabled();
    await picture.hover();
    await page.mouse.wheel(0, -400);
    await expect(wholeTime).toBeEnabled();
    await wholeTime.click();
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    const table = page.getByRole('region', { name: 'The history as a table' });
    await expect(table).toContainText('v3 promoted to stable');
    await expect(table).toContainText(`Round ${versionCount - 1}`);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Table', exact: true }).click();
  });

  await test.step('the picture opens what was stable', async () => {
    await row(3).focus();
    await page.keyboard.press('Home');
    await expect(reader(versionCount)).toBeVisible();
    const bands = page.getByRole('list', { name: 'Where stable was' }).getByRole('button');
    await bands.last().click();
    await expect(reader(3)).toBeVisible();
  });

  await test.step('an old version comes back as a draft, and goes again', async () => {
    await page.getByRole('button', { name: 'Restore as draft' }).click();
    await expect(page.getByRole('tab', { name: 'Edit' })).toHaveAttribute('aria-selected', 'true');
    const status = page.getByRole('contentinfo');
    await expect(status).toContainText('Draft saved');
    await expect(page.getByRole('tab', { name: 'Edit' })).toBeFocused();
    await page.keyboard.press('Control+S');
    const note = page.getByRole('dialog').getByLabel('Note');
    await expect(note).toHaveValue('Restored from v3');
    const selection = () =>
      note.evaluate((field: HTMLTextAreaElement) => [field.selectionStart, field.selectionEnd]);
    expect(await selection()).toEqual([0, 'Restored from v3'.length]);
    // Whoever comes back from another window finds the caret where it was.
    await note.evaluate((field: HTMLTextAreaElement) => {
      field.setSelectionRange(4, 4);
      field.blur();
      field.focus();
    });
    expect(await selection()).toEqual([4, 4]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('region', { name: 'Preview' })).toContainText(`Round ${versionCount - 1}`);
    await expect(status).not.toContainText('Draft saved');
  });
});
