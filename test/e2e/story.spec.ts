import type { Page } from '@playwright/test';
import { startWebApp } from '#test/support/start-web-app.ts';
import { expect, expectAccessible, fetchPrompt, test } from './support/fixtures.ts';

const variables = { locale: 'de', tier: 'pro' };
const sentence = 'Always thank the customer for their patience.';

async function openSupportAgent(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Support agent/ })
    .click();
  // The editor comes back to where the caret was, so that the beginning may be out of sight there.
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('planner for people');
  await expect(page.getByRole('region', { name: 'Prompt text' }).getByRole('textbox')).toBeAttached();
}

async function typeAtTheEnd(page: Page, text: string): Promise<void> {
  await page.getByRole('region', { name: 'Prompt text' }).getByRole('textbox').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

const statusLine = (page: Page) => page.getByRole('contentinfo');

test('an edit reaches production without a deploy, and comes back', async ({ app, page, dataFolder }) => {
  expect(app.process.exitCode).toBeNull();

  await test.step('the sandbox opens with six prompts, one of them behind its latest version', async () => {
    const list = page.getByRole('navigation', { name: 'Prompt list' });
    await expect(list.getByRole('link')).toHaveCount(6);
    await expect(list.getByRole('link', { name: /Support agent/ })).toContainText('ahead of stable');
    await expectAccessible(page);
  });

  await test.step('the owner fills in values and sees the finished text', async () => {
    await openSupportAgent(page);
    const preview = page.getByRole('region', { name: 'Preview' });
    await expect(preview).toContainText('2 values are missing: locale and tier');
    await page.getByRole('region', { name: 'Variables' }).getByLabel('locale').selectOption('de');
    await page.getByRole('region', { name: 'Variables' }).getByLabel('tier').selectOption('pro');
    await expect(preview).not.toContainText('missing');
    await expect(preview).toContainText('the language with the code de');
    await expectAccessible(page);
  });

  const before = await fetchPrompt(dataFolder, 'support-agent', { version: 'stable', variables });
  expect(before.version).toBe(3);

  await test.step('a sentence changes in the text and, at once, in the preview', async () => {
    await typeAtTheEnd(page, `\n\n${sentence}`);
    await expect(page.getByRole('region', { name: 'Preview' })).toContainText(sentence);
    await expect(statusLine(page)).toContainText('Draft saved');
  });

  await test.step('the owner saves a version with a note', async () => {
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: 'Save version 6' });
    await expectAccessible(page);
    await dialog.getByLabel('Note').fill('Support: thank people for waiting');
    await dialog.getByRole('button', { name: 'Save version' }).click();
    await expect(statusLine(page)).toContainText('v6 · stable v3');
    await expect(statusLine(page)).toContainText('Saved');
  });

  await test.step('the application still gets the old text; latest and the number give the new one', async () => {
    expect(await fetchPrompt(dataFolder, 'support-agent', { version: 'stable', variables })).toEqual(before);
    const latest = await fetchPrompt(dataFolder, 'support-agent', { version: 'latest', variables });
    expect(latest.version).toBe(6);
    expect(latest.content).toContain(sentence);
    const numbered = await fetchPrompt(dataFolder, 'support-agent', { version: 6, variables });
    expect(numbered.content).toBe(latest.content);
  });

  await test.step('the owner compares', async () => {
    await page.getByRole('tab', { name: 'Compare' }).click();
    await expect(page.getByLabel('From', { exact: true })).toHaveValue('stable');
    await expect(page.getByLabel('To', { exact: true })).toHaveValue('latest');
    await expect(page.getByRole('main')).toContainText('changed passages');
    await expectAccessible(page);
    await page.getByLabel('From', { exact: true }).selectOption('5');
    await expect(page.getByRole('main')).toContainText('1 changed passage');
    await page.getByText('Inline', { exact: true }).click();
    await page.getByText('Finished text', { exact: true }).click();
    await page.getByRole('button', { name: 'Next change' }).click();
    await expect(page.getByRole('tabpanel', { name: 'Compare' }).getByText(sentence)).toBeVisible();
    await page.getByLabel('To', { exact: true }).selectOption('5');
    await expect(page.getByRole('main')).toContainText(/no differences/i);
  });

  await test.step('the owner promotes, and the next call gets the new text', async () => {
    await page.getByRole('tab', { name: 'Promotion' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Promote to stable' }).click();
    const dialog = page.getByRole('dialog', { name: 'Promote to stable' });
    await expect(dialog).toContainText(
      'Applications that ask for stable will get v6 from now on, instead of v3.',
    );
    await dialog.getByLabel('Note').fill('Approved in the Monday round');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Promote to stable' }).click();
    await expect(statusLine(page)).toContainText('v6 · stable v6');
    const after = await fetchPrompt(dataFolder, 'support-agent', { version: 'stable', variables });
    expect(after.version).toBe(6);
    expect(after.content).toContain(sentence);
  });

  await test.step('the owner rolls back with a reason, and the next call gets the old text', async () => {
    await page.getByRole('button', { name: 'Roll back' }).click();
    const dialog = page.getByRole('dialog', { name: 'Roll back' });
    await dialog.getByRole('button', { name: 'Roll back' }).click();
    await expect(dialog).toContainText('Give a reason');
    await dialog.getByLabel('Reason').fill('Too many thanks, customers complained');
    await dialog.getByRole('button', { name: 'Roll back' }).click();
    await expect(statusLine(page)).toContainText('v6 · stable v3');
    expect(await fetchPrompt(dataFolder, 'support-agent', { version: 'stable', variables })).toEqual(before);
    await expect(page.getByRole('main')).toContainText('Too many thanks, customers complained');
  });

  await test.step('the history tells it all, and an old text comes back as a draft', async () => {
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(page.getByRole('main')).toContainText('Support: thank people for waiting');
    await expectAccessible(page);
    await page.getByRole('main').getByRole('button', { name: /^v5/ }).click();
    await page.getByRole('button', { name: 'Restore as draft' }).click();
    await expect(page.getByRole('tab', { name: 'Edit' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('region', { name: 'Preview' })).not.toContainText(sentence);
    await expect(statusLine(page)).toContainText('Draft saved');
  });

  await test.step('the activity names it in words', async () => {
    await page.getByRole('link', { name: 'Activity' }).click();
    await expect(page.getByRole('main')).toContainText('v6');
    await expectAccessible(page);
    for (const view of ['Reviews', 'Settings', 'Prompts']) {
      await page.getByRole('link', { name: view, exact: true }).click();
      await expectAccessible(page);
    }
  });
});

test('an unsaved draft survives a closed window and a killed app', async ({
  app,
  page,
  dataFolder,
  browser,
}) => {
  await openSupportAgent(page);
  await typeAtTheEnd(page, '\n\nTyped just before the window closed.');
  // No wait for the status: closing the page hands over what is not on the disk yet.
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  await expect.poll(async () => app.stop()).toBe(0);

  const second = await startWebApp(dataFolder);
  const again = await browser.newPage();
  await again.goto(second.link);
  await openSupportAgent(again);
  await expect(again.getByRole('region', { name: 'Preview' })).toContainText(
    'Typed just before the window closed.',
  );
  await typeAtTheEnd(again, '\n\nTyped just before the power went.');
  // At most 250 ms of typing may be lost.
  await again.waitForTimeout(250);
  await second.kill();

  const third = await startWebApp(dataFolder);
  const last = await browser.newPage();
  await last.goto(third.link);
  await openSupportAgent(last);
  const preview = last.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('Typed just before the window closed.');
  await expect(preview).toContainText('Typed just before the power went.');
  await expect(last.getByRole('main')).toContainText('Draft from');
  expect(await third.stop()).toBe(0);
});
