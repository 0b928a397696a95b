import type { Page } from '@playwright/test';
import { startWebApp } from '#test/support/start-web-app.ts';
import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

const lines = Array.from({ length: 80 }, (_, index) => `Line ${index + 1} of the prompt.`);
const text = (page: Page) => page.getByRole('region', { name: 'Prompt text' });
const status = (page: Page) => page.getByRole('contentinfo');

async function openPrompt(page: Page) {
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Long prompt/ })
    .click();
  await expect(text(page)).toContainText('Line 1 of');
  await text(page).getByRole('textbox').focus();
}

test.beforeEach(async ({ app, dataFolder, page }) => {
  expect(app.process.exitCode).toBeNull();
  const body = { name: 'long', title: 'Long prompt', content: lines.join('\n') };
  await callAsAdmin(dataFolder, 'POST', '/prompts', body);
  await openPrompt(page);
});

test('what was discarded is brought back out of the earlier drafts, and that can be undone', async ({
  page,
}) => {
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('A sentence that took a while. ');
  await expect(status(page)).toContainText('Draft saved');
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await expect(text(page)).not.toContainText('took a while');
  await expect(status(page)).toContainText('Saved');

  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('Earlier drafts');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Earlier drafts' });
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await expect(dialog.getByRole('region', { name: 'Text of the earlier draft' })).toContainText(
    'took a while',
  );
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Bring back' }).click();
  await expect(text(page)).toContainText('A sentence that took a while.');
  await text(page).getByRole('textbox').focus();
  await page.keyboard.press('Control+z');
  await expect(text(page)).not.toContainText('took a while');
});

test('a text that nobody changed comes back with its caret where it stood', async ({ page }) => {
  await page.keyboard.press('Control+End');
  for (let line = 0; line < 30; line += 1) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.reload();
  await expect(text(page)).toContainText('Line 50 of the prompt.');
  await text(page).getByRole('textbox').focus();
  await page.keyboard.type(' Here.');
  await expect(text(page)).toContainText('Line 50 of the prompt. Here.');
});

test('a tab that is closed right after a stroke, and an app that is killed, keep text and caret', async ({
  app,
  context,
  dataFolder,
  page,
}) => {
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Typed.');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(' and closed');
  await page.close({ runBeforeUnload: true });

  const second = await context.newPage();
  await second.goto(app.origin);
  await expect(text(second)).toContainText('Line 80 of the prompt.Typed and closed.');
  await expect(status(second)).toContainText('Draft saved');
  await app.kill();
  await second.close();

  const again = await startWebApp(dataFolder);
  const third = await context.newPage();
  await third.goto(again.link);
  await expect(text(third)).toContainText('Line 80 of the prompt.Typed and closed.');
  await text(third).getByRole('textbox').focus();
  await third.keyboard.type(', killed');
  await expect(text(third)).toContainText('Typed and closed, killed.');
  await again.stop();
});

test('a tab that lost the app for a while takes in what another one wrote, and overwrites none of it', async ({
  app,
  context,
  page,
}) => {
  let isCut = false;
  let cut = () => undefined as unknown;
  await page.routeWebSocket(/\/bridge$/, (socket) => {
    if (isCut) return void socket.close({ code: 4900 });
    socket.connectToServer();
    cut = () => socket.close({ code: 4900 });
  });
  await page.reload();
  await text(page).getByRole('textbox').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('From the first tab. ');
  await expect(status(page)).toContainText('Draft saved');
  isCut = true;
  cut();
  await expect(status(page)).toContainText('Offline');

  const second = await context.newPage();
  await second.goto(app.origin);
  await expect(text(second)).toContainText('From the first tab.');
  await text(second).getByRole('textbox').focus();
  await second.keyboard.press('Control+Home');
  await second.keyboard.type('From the second. ');
  await expect(status(second)).toContainText('Draft saved');

  isCut = false;
  await expect(text(page)).toContainText('From the second. From the first tab.', { timeout: 15_000 });
  await expect(second.getByRole('alertdialog')).toContainText('open in another tab');
  await text(page).getByRole('textbox').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('And on. ');
  await expect(status(page)).toContainText('Draft saved');
  await second.getByRole('button', { name: 'Use PromptForge here' }).click();
  await expect(text(second)).toContainText('And on. From the second. From the first tab.');
});
