import { expect, expectAccessible, test } from './support/fixtures.ts';

test('the app is made to fit: a tour once, settings that are kept, notices that do not pile up', async ({
  app,
  page,
}) => {
  expect(app.process.exitCode).toBeNull();
  const invitation = page.getByText('New here?');
  const tour = page.getByRole('dialog', { name: /^Tour/ });

  await test.step('the tour shows five places, by keyboard', async () => {
    await expect(invitation).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show the tour' }).click();
    for (const title of ['Your prompts', 'Write here', 'See how it reads', 'Save a version', 'Promote it']) {
      await expect(page.getByRole('dialog', { name: `Tour: ${title}` })).toBeFocused();
      if (title === 'See how it reads') await expectAccessible(page);
      if (title !== 'Promote it') await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(tour).toBeHidden();
    await expect(page.getByRole('button', { name: 'Promote to stable' })).toBeFocused();
  });

  await test.step('it is never offered again, but can be asked for and left', async () => {
    await page.getByRole('link', { name: 'Prompts', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Prompts', level: 1 })).toBeVisible();
    await expect(invitation).toBeHidden();
    await page.getByRole('button', { name: 'Help' }).click();
    await page.getByRole('menuitem', { name: 'Show the tour' }).click();
    await expect(tour).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(tour).toBeHidden();
    const size = page.viewportSize();
    await page.setViewportSize({ width: 640, height: 400 });
    await page.keyboard.press('Control+Shift+P');
    await page.getByRole('textbox', { name: 'Find a command or a prompt' }).fill('Show the tour');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Tour: Your prompts' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(tour).toBeHidden();
    if (size) await page.setViewportSize(size);
  });

  await test.step('what is chosen holds at once and after a reload', async () => {
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByRole('radio', { name: 'Reduced' }).click();
    await page.getByRole('radio', { name: 'Dark' }).click();
    await expect(page.getByText('With the browser’s own keys')).toBeVisible();
    await expectAccessible(page);
    const root = page.locator('html');
    await expect(root).toHaveAttribute('data-motion', 'reduced');
    await page.getByRole('link', { name: 'Editor', exact: true }).click();
    await page.getByRole('radio', { name: 'Whole width' }).click();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Editor', level: 2 })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Whole width' })).toBeChecked();
    await expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await expect(root).toHaveAttribute('data-motion', 'reduced');
  });

  await test.step('the sections of the settings are places: by palette, and back again', async () => {
    await page.keyboard.press('Control+Shift+P');
    await page.getByRole('textbox', { name: 'Find a command or a prompt' }).fill('data folder');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'This machine', level: 2 })).toBeVisible();
    await expectAccessible(page);
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Editor', level: 2 })).toBeVisible();
  });

  await test.step('the same notice is shown once', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/prompts/support-agent/edit`);
    await expect(page.getByRole('region', { name: 'Prompt text' })).toContainText('planner for people');
    // Nothing was changed, so there is nothing to save.
    for (let round = 0; round < 4; round += 1) await page.keyboard.press('Control+s');
    await expect(page.getByRole('alert').filter({ hasText: 'Not saved' })).toHaveCount(1);
  });
});

test('the frame that is painted first is the frame that stays', async ({ app, page }) => {
  expect(app.process.exitCode).toBeNull();
  const places = () =>
    page.evaluate(() => {
      const boxOf = (element: Element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map(Math.round);
      };
      const links = [...document.querySelectorAll('nav[aria-label=Views] a')];
      return {
        links: links.map((link) => [link.textContent?.trim(), link.getAttribute('href'), boxOf(link)]),
        icons: links.map((link) => [...link.children].map(boxOf)),
        sidebar: document.querySelector('aside[aria-label=Sidebar]')?.getBoundingClientRect().width,
        footer: document.querySelector('footer')?.getBoundingClientRect().top,
      };
    });
  await expect(page.getByRole('contentinfo')).toContainText('Sandbox');
  const drawn = await places();
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  await page.route(/\/assets\/main-[^/]*\.js$/, async (route) => {
    await opened;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
  expect(await places()).toEqual(drawn);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  open();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('the screen comes even where the app is silent', async ({ app, page }) => {
  expect(app.process.exitCode).toBeNull();
  await page.goto(`${new URL(page.url()).origin}/#/prompts/support-agent/edit`);
  await expect(page.getByRole('region', { name: 'Prompt text' })).toContainText('planner for people');
  await page.routeWebSocket(/\/bridge$/, () => undefined);
  await page.reload();
  await expect(page.getByRole('button', { name: 'New prompt' })).toBeVisible();
});
