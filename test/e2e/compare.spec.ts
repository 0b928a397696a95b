import { expect, test } from './support/fixtures.ts';

test('choosing other versions faster than they can be compared does no harm', async ({ app, page }) => {
  expect(app.process.exitCode).toBeNull();
  await page
    .getByRole('link', { name: /Incident handbook/ })
    .first()
    .click();
  await page.getByRole('tab', { name: 'Compare' }).click();
  const from = page.getByLabel('From', { exact: true });
  const to = page.getByLabel('To', { exact: true });
  for (let round = 0; round < 12; round += 1) {
    await from.selectOption(String(1 + (round % 4)));
    await to.selectOption(String(1 + ((round * 3) % 4)));
    await page.getByRole('radio', { name: round % 2 ? 'Inline' : 'Side by side' }).click();
    if (round % 6 === 0) {
      await page.getByRole('tab', { name: 'History' }).click();
      await page.getByRole('tab', { name: 'Compare' }).click();
    }
  }
  await from.selectOption('1');
  await to.selectOption('4');
  await expect(page.getByRole('tabpanel', { name: 'Compare' })).toContainText('changed passages');
});
