import type { Page } from '@playwright/test';
import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

const list = (page: Page) => page.getByRole('navigation', { name: 'Prompt list' });
const tabs = (page: Page) => page.getByRole('navigation', { name: 'Open prompts' });
const row = (page: Page, name: RegExp) => list(page).getByRole('link', { name });
const text = (page: Page) => page.getByRole('region', { name: 'Prompt text' });

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('prompts are found, sorted, renamed, copied and put away', async ({ app, page, dataFolder }) => {
  expect(app.process.exitCode).toBeNull();
  const search = page.getByLabel('Search prompts');

  await test.step('words of a text are found and shown where they stand', async () => {
    await search.fill('vendor');
    await expect(list(page)).toContainText('found');
    await search.fill('REFUND polic');
    await expect(list(page).getByRole('link').first()).toContainText('Refund policy');
    await expect(list(page).locator('mark').first()).toHaveText('Refund');
    const body = {
      name: 'mail/reminder',
      title: 'Reminder',
      content: 'One.\n\nThe zephyr blows over the quay.',
    };
    expect((await callAsAdmin(dataFolder, 'POST', '/prompts', body)).status).toBe(201);
    await search.fill('zephyr quay');
    await expect(row(page, /Reminder/)).toContainText('The zephyr blows over the quay.');
    await expect(list(page)).toContainText('1 found');
    await expectAccessible(page);
    await search.fill(`zephyr ${'quay over '.repeat(40)}${'x'.repeat(300)}`);
    await expect(list(page)).toContainText('1 found');
    await expect(list(page)).not.toContainText('texts not searched');
    await search.fill('nowhere"at all');
    await expect(list(page)).toContainText('No prompt has all of these words');
    await search.press('Escape');
    await expect(list(page).getByRole('link')).toHaveCount(7);
  });

  await test.step('folders are walked, opened and closed with the keyboard', async () => {
    await search.press('ArrowDown');
    await expect(row(page, /Support agent/)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    const legal = list(page).getByRole('button', { name: /^legal/ });
    await expect(legal).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(legal).toHaveAttribute('aria-expanded', 'false');
    await expect(row(page, /Refund policy/)).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await expect(row(page, /Refund policy/)).toBeVisible();
    await page.keyboard.type('rem');
    await expect(row(page, /Reminder/)).toBeFocused();
  });

  await test.step('F2 changes a title, and it can be taken back', async () => {
    await page.keyboard.press('F2');
    const field = page.getByLabel('New title of Reminder');
    await field.fill('Gentle reminder');
    await field.press('Enter');
    await expect(row(page, /Gentle reminder/)).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row(page, /^Reminder/)).toBeVisible();
  });

  await test.step('details are edited', async () => {
    await row(page, /^Reminder/).click();
    await expect(text(page)).toContainText('zephyr');
    await page.getByRole('button', { name: /^More about/ }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await choose(page, 'Edit details');
    const dialog = page.getByRole('dialog', { name: 'Details' });
    await dialog.getByLabel('Description').fill('Sent after a week');
    await dialog.getByRole('combobox', { name: 'Tags' }).fill('weekly');
    await dialog.getByRole('combobox', { name: 'Tags' }).press('Enter');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Save details' }).click();
    await expect(page.getByRole('main')).toContainText('weekly');
  });

  await test.step('a tag narrows the list, and the order can be the last change', async () => {
    await page.getByRole('button', { name: 'Sort and filter' }).click();
    await page.getByLabel('Tag', { exact: true }).selectOption('weekly');
    await expect(list(page).getByRole('link')).toHaveCount(1);
    await page.getByLabel('Tag', { exact: true }).selectOption('');
    await page.getByLabel('Sort by').selectOption('changed');
    await expect(list(page).getByRole('link').first()).toContainText('Reminder');
    const old = { name: 'mail/old', title: 'Old', content: 'Old words', tags: ['retired'] };
    expect((await callAsAdmin(dataFolder, 'POST', '/prompts', old)).status).toBe(201);
    const path = `/prompts/${encodeURIComponent(old.name)}/details`;
    expect((await callAsAdmin(dataFolder, 'PATCH', path, { archived: true })).status).toBe(200);
    const retired = page.getByLabel('Tag', { exact: true }).getByRole('option', { name: 'retired' });
    await expect(retired).toHaveCount(0);
    await page.getByLabel('Show archived prompts').check();
    await expect(retired).toHaveCount(1);
    await page.getByLabel('Show archived prompts').uncheck();
    await expectAccessible(page);
    await page.getByLabel('Sort by').selectOption('name');
    await page.keyboard.press('Escape');
  });

  await test.step('a copy takes the unsaved words along', async () => {
    await text(page).getByRole('textbox').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' And back.');
    await choose(page, 'Duplicate');
    const dialog = page.getByRole('dialog', { name: 'Duplicate prompt' });
    await expect(dialog.getByLabel('Name')).toHaveValue('mail/reminder-copy');
    await expectAccessible(page);
    await dialog.getByLabel('Title').fill('提醒');
    await expect(dialog.getByLabel('Name')).toHaveValue(/^mail\/prompt-[a-z0-9]+$/);
    await dialog.getByLabel('Title').fill('Reminder');
    await dialog.getByRole('button', { name: 'Create prompt' }).click();
    await expect(dialog).toContainText('A prompt with this name exists already');
    await dialog.getByLabel('Title').fill('Reminder (copy)');
    await expect(dialog).not.toContainText('exists already');
    await dialog.getByRole('button', { name: 'Create prompt' }).click();
    await expect(page.getByRole('heading', { name: 'Reminder (copy)' })).toBeVisible();
    await expect(text(page)).toContainText('And back.');
  });

  await test.step('an archived prompt leaves the list, keeps its title, and comes back', async () => {
    await choose(page, 'Archive');
    await expect(row(page, /Reminder \(copy\)/)).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Reminder (copy)' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('archived');
    await choose(page, 'Restore to the list');
    await expect(row(page, /Reminder \(copy\)/)).toBeVisible();
  });

  await test.step('what somebody else saves since is marked', async () => {
    await row(page, /Refund policy/).click();
    await expect(text(page)).toContainText('refund');
    await row(page, /Onboarding mail/).click();
    await expect(page.getByRole('heading', { name: 'Onboarding mail' })).toBeVisible();
    const member = await (
      await callAsAdmin(dataFolder, 'POST', '/members', { name: 'Ann', roles: ['editor'] })
    ).json();
    const key = await (
      await callAsAdmin(dataFolder, 'POST', `/members/${member.id}/keys`, { name: 'ann' })
    ).json();
    const save = { content: 'A refund takes a week.', baseVersion: 4 };
    const saved = await callAsAdmin(
      dataFolder,
      'POST',
      '/prompts/legal%2Frefund-policy/versions',
      save,
      key.secret,
    );
    expect(saved.status).toBe(201);
    await expect(row(page, /Refund policy/)).toContainText('changed');
    await row(page, /Refund policy/).click();
    await expect(row(page, /Refund policy/)).not.toContainText('changed');
  });

  await test.step('a finished text in Hebrew begins on the right', async () => {
    const hebrew = { name: 'hebrew', title: 'שלום', content: 'שלום עולם, {{name}}!' };
    expect((await callAsAdmin(dataFolder, 'POST', '/prompts', hebrew)).status).toBe(201);
    await row(page, /שלום/).click();
    const block = page.getByRole('region', { name: 'Preview' }).locator('p').filter({ hasText: 'עולם' });
    const spaces = () =>
      block.evaluate((paragraph) => {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const [outer, inner] = [paragraph.getBoundingClientRect(), range.getBoundingClientRect()];
        return { left: inner.left - outer.left, right: outer.right - inner.right };
      });
    await expect.poll(async () => (await spaces()).right).toBeLessThan(2);
    expect((await spaces()).left).toBeGreaterThan(20);
  });

  await test.step('what looks like a page is only ever text, wherever it is shown', async () => {
    const planted = '<b class="planted">bold</b> <img class="planted" src="/planted.png">';
    const words = { description: planted, note: `Noted ${planted}` };
    const first = { name: 'markup', title: planted, content: `First ${planted} {{tone}}`, ...words };
    expect((await callAsAdmin(dataFolder, 'POST', '/prompts', first)).status).toBe(201);
    const variables = [{ name: 'tone', type: 'text', required: false, default: planted }];
    const second = { content: `Second ${planted} {{tone}}`, variables, baseVersion: 1, note: words.note };
    const path = '/prompts/markup/versions';
    expect((await callAsAdmin(dataFolder, 'POST', path, second)).status).toBe(201);
    await search.fill('bold');
    await expect(list(page).getByRole('link', { name: planted })).toContainText(planted);
    await list(page).getByRole('link', { name: planted }).click();

    const preview = page.getByRole('region', { name: 'Preview' });
    await expect.soft(preview).toContainText(`Second ${planted} ${planted}`);
    await expect.soft(page.locator('.planted'), 'Edit').toHaveCount(0);
    await page.getByRole('tab', { name: 'Compare' }).click();
    await page.getByLabel('From', { exact: true }).selectOption('1');
    await expect.soft(page.getByRole('region', { name: 'Differences' })).toContainText(planted);
    await expect.soft(page.locator('.planted'), 'Compare').toHaveCount(0);
    await page.getByRole('tab', { name: 'History' }).click();
    await expect.soft(page.getByRole('tabpanel', { name: 'History' })).toContainText(words.note);
    await expect.soft(page.locator('.planted'), 'History').toHaveCount(0);
  });
});

test('several prompts are selected, tagged, archived and exported together', async ({ app, page }) => {
  expect(app.process.exitCode).toBeNull();
  const bar = page.getByRole('region', { name: 'Selected prompts' });
  const box = (name: string) => list(page).getByRole('checkbox', { name });
  await expect(list(page).getByRole('link')).toHaveCount(6);

  await test.step('by keyboard: Space, Shift with arrows, all, and none', async () => {
    await row(page, /Support agent/).focus();
    await page.keyboard.press('Space');
    await expect(bar).toContainText('1 selected');
    await expect(box('Select Support agent')).toBeChecked();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bar).toContainText('2 selected');
    await page.keyboard.press('Control+a');
    await expect(bar).toContainText('6 selected');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden();
  });

  await test.step('by mouse: a folder, Ctrl and Shift', async () => {
    await page.getByRole('button', { name: 'Select prompts' }).click();
    await expect(bar.getByRole('button', { name: 'Archive selected prompts' })).toHaveAccessibleDescription(
      'Select at least one prompt.',
    );
    await box('Select all in legal').click();
    const inLegal = await list(page).getByRole('checkbox', { checked: true }).count();
    expect(inLegal).toBeGreaterThan(1);
    await row(page, /Support agent/).click({ modifiers: ['ControlOrMeta'] });
    await expect(page.getByRole('heading', { name: 'Prompts' })).toBeVisible();
    await row(page, /Onboarding mail/).click({ modifiers: ['Shift'] });
    await expect(bar).toContainText(
      `${
        (await list(page).getByRole('checkbox', { checked: true }).count()) -
        (await list(page)
          .getByRole('checkbox', { name: /^Select all in/, checked: true })
          .count())
      } selected`,
    );
  });

  await test.step('a tag is added to all of them, and taken away again', async () => {
    const dialog = page.getByRole('dialog', { name: 'Add tag' });
    await bar.getByRole('button', { name: 'Add tag to selected prompts' }).click();
    await expect(dialog.getByLabel('Tag')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await bar.getByRole('button', { name: 'Add tag to selected prompts' }).click();
    await expectAccessible(page);
    await dialog.getByLabel('Tag').fill('spring');
    await dialog.getByRole('button', { name: 'Add tag' }).click();
    await expect(page.getByText(/The tag “spring” was added to \d prompts/)).toBeVisible();
    await page.getByRole('button', { name: 'Sort and filter' }).click();
    const filter = page.getByLabel('Tag', { exact: true });
    await expect(filter.getByRole('option', { name: 'spring' })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Sort and filter' }).click();
    await expect(filter.getByRole('option', { name: 'spring' })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('they are exported into one file', async () => {
    await bar.getByRole('button', { name: 'Export selected prompts' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export selected prompts' });
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export' }).click();
    expect((await downloading).suggestedFilename()).toMatch(/^promptforge-Sandbox-\d-prompts-/);
  });

  await test.step('they are archived, and come back', async () => {
    await bar.getByRole('button', { name: 'Archive selected prompts' }).click();
    await expect(bar).toBeHidden();
    await expect(row(page, /Support agent/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row(page, /Support agent/)).toBeVisible();
    await expect(list(page).getByRole('link')).toHaveCount(6);
  });
});

test('open prompts stay in tabs', async ({ app, page }) => {
  expect(app.process.exitCode).toBeNull();
  const tab = (name: string) => tabs(page).getByRole('link', { name });
  for (const name of [/Support agent/, /Refund policy/, /Onboarding mail/]) {
    await row(page, name).click();
    await expect(text(page)).toBeVisible();
  }
  await expect(tabs(page).getByRole('link')).toHaveCount(3);
  await page.getByRole('tab', { name: 'History' }).click();

  await test.step('each keeps its view, and a draft shows', async () => {
    await tab('Refund policy').click();
    await text(page).getByRole('textbox').focus();
    await page.keyboard.type('Kindly: ');
    await expect(tab('Refund policy')).toContainText('unsaved draft');
    await tab('Onboarding mail').click();
    await expect(page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true');
    await expectAccessible(page);
  });

  await test.step('they are walked and closed with the keyboard, and come back', async () => {
    await page.keyboard.press('Alt+PageDown');
    await expect(tab('Support agent')).toHaveAttribute('aria-current', 'page');
    await page.keyboard.press('Alt+PageUp');
    await expect(tab('Onboarding mail')).toHaveAttribute('aria-current', 'page');
    await page.keyboard.press('Alt+w');
    await expect(tab('Refund policy')).toHaveAttribute('aria-current', 'page');
    await page.keyboard.press('Alt+w');
    await expect(tabs(page).getByRole('link')).toHaveCount(1);
    await page.keyboard.press('Alt+Shift+T');
    await expect(text(page)).toContainText('Kindly:');
    await tab('Support agent').click({ button: 'middle' });
    await expect(tabs(page).getByRole('link')).toHaveCount(1);
  });

  await test.step('a prompt that is not there says so in every view', async () => {
    for (const view of ['edit', 'compare', 'history', 'test-inputs', 'promotion']) {
      await page.goto(`${app.origin}/#/prompts/nowhere/${view}`);
      await expect(page.getByRole('tabpanel')).toContainText('This prompt does not exist');
    }
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Close nowhere' }).click();
  });

  await test.step('the next start has them again', async () => {
    await row(page, /Support agent/).click();
    await page.getByRole('tab', { name: 'Compare' }).click();
    await tab('Refund policy').click();
    await expect(page.getByRole('contentinfo')).toContainText('Draft saved');
    await page.goto(`${app.origin}/`);
    await expect(tabs(page).getByRole('link')).toHaveCount(2);
    await expect(text(page)).toContainText('Kindly:');
    await tab('Support agent').click();
    await expect(page.getByRole('tab', { name: 'Compare' })).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('button', { name: 'Close Support agent' }).click();
    await page.getByRole('button', { name: 'Close Refund policy' }).click();
    await expect(page.getByRole('heading', { name: 'Prompts' })).toBeVisible();
  });
});
