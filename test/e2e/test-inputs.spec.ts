import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

const path = '/prompts/support-agent/test-inputs';

test('test inputs are written in a table, tried on the draft and on versions, and kept with their results', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  const table = page.getByRole('region', { name: 'Table of test inputs' });
  const results = page.getByRole('navigation', { name: 'Results of the test inputs' });
  const rows = table.locator('tbody tr');
  const notices = page.getByRole('alert');
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Support agent/ })
    .click();
  expect((await callAsAdmin(dataFolder, 'PUT', path, [])).status).toBe(200);

  await test.step('the values in the preview become the first one', async () => {
    const fields = page.getByRole('region', { name: 'Variables' });
    await fields.getByLabel('locale').selectOption('de');
    await fields.getByLabel('tier').selectOption('pro');
    await page.getByRole('button', { name: 'Test input from these values' }).click();
    await expect(page.getByLabel('Title of test input 1')).toBeFocused();
    await page.keyboard.type('German, pro');
    await expect(table.getByLabel('locale of German, pro')).toHaveValue('de');
    await expect(page.getByText('Not saved yet: kept on this machine')).toBeVisible();
  });

  await test.step('the table is filled by keyboard alone', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByLabel('Title of test input 2')).toBeFocused();
    await page.keyboard.type('Nobody');
    await table.getByRole('button', { name: 'Add check to Nobody' }).press('Enter');
    await expect(table.getByLabel('Kind of check 1 of Nobody')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Alderbay');
    await expect(rows.nth(1)).toContainText('These variables need a value: locale, tier.');
    await page.getByLabel('Title of test input 2').focus();
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await expect(page.getByLabel('Title of test input 1')).toHaveValue('Nobody');
    await expect(page.getByLabel('Title of test input 1')).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(page.getByLabel('Title of test input 2')).toHaveValue('Nobody');
    await page.keyboard.press('Control+y');
    await expect(page.getByLabel('Title of test input 1')).toHaveValue('Nobody');
    await expectAccessible(page);
  });

  await test.step('what is not right is said where it is; nothing is saved meanwhile', async () => {
    await table.getByRole('button', { name: 'Add check to German, pro' }).click();
    await table.getByLabel('Kind of check 1 of German, pro').selectOption('matches the pattern');
    await table.getByLabel('Value of check 1 of German, pro').fill('(');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Not saved yet.', { exact: true })).toBeVisible();
    await expect(rows.nth(1)).toContainText('This is not a regular expression');
    await expectAccessible(page);
    await table.getByLabel('Kind of check 1 of German, pro').selectOption('contains');
    await table.getByLabel('Value of check 1 of German, pro').fill('code de');
    await expect(rows.nth(1)).toContainText('Passes');
    await page.getByRole('button', { name: 'Save test inputs' }).click();
    await expect(page.getByText('Not saved yet: kept on this machine')).toBeHidden();
  });

  await test.step('one is duplicated and removed, and comes back', async () => {
    await page.getByRole('button', { name: 'More for German, pro' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await expect(page.getByLabel('Title of test input 3')).toHaveValue('German, pro 2');
    await page.getByRole('button', { name: 'More for Nobody' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(rows).toHaveCount(2);
    await notices.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByLabel('Title of test input 1')).toHaveValue('Nobody');
  });

  await test.step('somebody else changes the same list: both are kept, and the same field is asked about', async () => {
    const inRegistry = [{ id: 'colleague', title: 'Italian', variables: { locale: 'it', tier: 'free' } }];
    const current = (await (await callAsAdmin(dataFolder, 'GET', path)).json()) as {
      id: string;
      title: string;
    }[];
    const theirs = current.map((input) =>
      input.title === 'Nobody' ? { ...input, title: 'No values' } : input,
    );
    await page.getByLabel('Title of test input 1').fill('Nobody at all');
    const stored = await callAsAdmin(dataFolder, 'PUT', path, [...theirs, ...inRegistry]);
    expect(stored.status).toBe(200);
    await expect(page.getByText('You and somebody else changed “Nobody at all”.')).toBeVisible();
    await expect(page.getByText('They call it “No values”.', { exact: false })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await expect(page.getByLabel('Title of test input 1')).toHaveValue('No values');
    await expect(rows).toHaveCount(4);
    await page.getByRole('button', { name: 'Save test inputs' }).click();
    await expect(page.getByText('Not saved yet: kept on this machine')).toBeHidden();
    const titles = ((await (await callAsAdmin(dataFolder, 'GET', path)).json()) as { title: string }[]).map(
      ({ title }) => title,
    );
    expect(titles.sort()).toEqual(['German, pro', 'German, pro 2', 'Italian', 'No values']);
  });

  await test.step('candidate and stable are read beside each other, with what differs marked', async () => {
    await page.getByRole('radio', { name: 'Results' }).click();
    await expect(page.getByText('3 of 4 pass; 3 read differently from stable (v3)')).toBeVisible();
    await results.getByRole('button', { name: /German, pro Passes/ }).click();
    const texts = page.getByRole('region', { name: 'Finished texts' });
    await expect(texts.locator('ins').first()).toBeVisible();
    await expect(page.getByRole('list', { name: 'Checks' })).toContainText('contains “code de”');
    await page.keyboard.press('ArrowDown');
    await expect(results.locator('[aria-current=true]')).toBeFocused();
    await expectAccessible(page);
    await page.getByLabel('Candidate').selectOption('stable');
    await expect(page.getByText('all read the same as stable (v3)')).toBeVisible();
    await page.getByLabel('Candidate').selectOption('latest');
  });

  await test.step('a result is kept in the registry, and says when it does not hold any more', async () => {
    const kept = page.getByRole('region', { name: 'Kept results' });
    await page.getByRole('button', { name: 'Run and keep the result' }).click();
    await expect(kept.getByRole('button', { name: /v5 against v3/ })).toContainText('Still holds.');
    await kept.getByRole('button', { name: /v5 against v3/ }).click();
    await expect(page.getByText(/As it came out when .* ran it/)).toBeVisible();
    await expectAccessible(page);
    expect((await callAsAdmin(dataFolder, 'PUT', path, [{ title: 'Other', variables: {} }])).status).toBe(
      200,
    );
    await expect(kept).toContainText('The test inputs were changed since.');
    await kept.getByRole('button', { name: 'Back to the table as it is now' }).click();
    await expect(results.getByRole('button')).toHaveCount(1);
  });

  await test.step('what was typed outlives a reload', async () => {
    await page.getByRole('radio', { name: 'Inputs' }).click();
    await page.getByLabel('Title of test input 1').fill('Typed and not saved');
    await page.reload();
    await page.getByRole('tab', { name: 'Test inputs' }).click();
    await expect(page.getByLabel('Title of test input 1')).toHaveValue('Typed and not saved');
  });
});

test('in a table of a hundred, only what is near is drawn: the focus, what is typed and the way by Tab are kept', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  const table = page.getByRole('region', { name: 'Table of test inputs' });
  const rows = table.locator('tr[data-input]');
  const scroll = (to: number) => table.evaluate((element, top) => element.scrollTo({ top }), to);
  const inputs = Array.from({ length: 99 }, (_, index) => ({
    title: `Customer ${index + 1}`,
    variables: { locale: 'de', tier: 'pro' },
    checks: [{ kind: 'contains', value: 'Alderbay' }],
  }));
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Support agent/ })
    .click();
  expect((await callAsAdmin(dataFolder, 'PUT', path, inputs)).status).toBe(200);
  await page.getByRole('tab', { name: 'Test inputs' }).click();
  await expect(table.getByLabel('Title of test input 1', { exact: true })).toBeVisible();

  await test.step('a screen reader is told how many there are', async () => {
    await expect(table.getByRole('table')).toHaveAttribute('aria-rowcount', '100');
    expect(await rows.count()).toBeLessThan(40);
    await expect(rows.first()).toHaveAttribute('aria-rowindex', '2');
    await expectAccessible(page);
  });

  await test.step('a field that is scrolled away keeps the focus, and takes what is typed', async () => {
    const value = table.getByLabel('Value of check 1 of Customer 3', { exact: true });
    await value.fill('Alder');
    await scroll(100_000);
    await expect(table.getByLabel('Title of test input 99', { exact: true })).toBeVisible();
    await expect(table.getByLabel('Title of test input 8', { exact: true })).toHaveCount(0);
    await expect(value).toBeFocused();
    await page.keyboard.type('bay');
    await expect(value).toHaveValue('Alderbay');
    await expect(value).toBeInViewport();
  });

  await test.step('from there, Tab goes on to the next test input', async () => {
    await scroll(100_000);
    await expect(table.getByLabel('Title of test input 99', { exact: true })).toBeVisible();
    for (const name of ['Remove check 1 of Customer 3', 'Add check to Customer 3']) {
      await page.keyboard.press('Tab');
      await expect(table.getByRole('button', { name, exact: true })).toBeFocused();
    }
    await page.keyboard.press('Tab');
    await expect(table.getByLabel('Title of test input 4', { exact: true })).toBeFocused();
    await expect(table.getByLabel('Title of test input 4', { exact: true })).toBeInViewport();
  });

  await test.step('a new one at the end is gone to, wherever the table stands', async () => {
    await page.keyboard.press('Control+Enter');
    const title = table.getByLabel('Title of test input 100', { exact: true });
    await expect(title).toBeFocused();
    await expect(title).toBeInViewport();
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await expect(table.getByLabel('Title of test input 99', { exact: true })).toBeFocused();
    await expect(table.getByRole('table')).toHaveAttribute('aria-rowcount', '101');
  });
});
