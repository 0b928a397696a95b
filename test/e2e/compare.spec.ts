import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

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

test('a text that is hidden behind another tab keeps its lines, and follows the window when it is back', async ({
  app,
  page,
}) => {
  expect(app.process.exitCode).toBeNull();
  await page
    .getByRole('link', { name: /Incident handbook/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Prompt text' })).toBeVisible();
  // Monaco writes the width for which its lines are wrapped onto this element.
  const wrapped = page.locator('.monaco-editor .overflow-guard').first();
  const widthOf = () => wrapped.evaluate((element: HTMLElement) => Number.parseFloat(element.style.width));
  await expect.poll(widthOf).toBeGreaterThan(300);
  const before = await widthOf();
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.getByRole('region', { name: 'Differences' })).toContainText(/\S/);
  expect(await widthOf()).toBe(before);
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ ...size, width: size.width - 120 });
  await page.getByRole('tab', { name: 'Edit' }).click();
  await expect.poll(widthOf).toBeLessThan(before);
  // Monaco writes whole pixels.
  const place = page.locator('.monaco-component').first();
  const widthOfPlace = () => place.evaluate((element) => element.getBoundingClientRect().width);
  await expect.poll(async () => Math.abs((await widthOf()) - (await widthOfPlace()))).toBeLessThan(1.01);
});

const clauses = {
  head: '# Terms of service',
  binding: 'The terms below are binding for {{customer}} and for us.',
  ending: 'Either party may end this agreement at any time with thirty days of notice in writing.',
  payment: 'Payment is due within fourteen days after the invoice, with interest of {{rate}} percent.',
  rest: Array.from({ length: 6 }, (_, index) => `Clause ${index + 5} stays in force as it was written.`),
};

test('a change of words is read as words, and a moved paragraph as moved', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  const { head, binding, ending, payment, rest } = clauses;
  const before = [head, binding, ending, payment, ...rest].join('\n\n');
  const after = [
    head,
    binding,
    payment.replace('fourteen', 'thirty').replace('{{rate}}', 'two'),
    ...rest,
    ending,
  ];
  const created = await callAsAdmin(dataFolder, 'POST', '/prompts', { name: 'terms', content: before });
  expect(created.status).toBe(201);
  const content = after.join('\n\n');
  await callAsAdmin(dataFolder, 'POST', '/prompts/terms/versions', { content, baseVersion: 1 });

  const list = page.getByRole('navigation', { name: 'Prompt list' });
  await list.getByRole('link', { name: /terms/i }).first().click();
  await page.getByRole('tab', { name: 'Compare' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Compare' });
  await page.getByLabel('From', { exact: true }).selectOption('1');
  await page.getByLabel('To', { exact: true }).selectOption('2');

  await test.step('one line says what changed', async () => {
    await expect(panel).toContainText('1 sentence changed, 1 paragraph moved, variable rate removed');
    await expect(panel).toContainText('2 changed passages');
  });

  const differences = page.getByRole('region', { name: 'Differences' });
  await test.step('the words are marked in their paragraph', async () => {
    await expect(differences.getByRole('deletion').filter({ hasText: 'fourteen' })).toHaveText('fourteen');
    await expect(differences.getByRole('insertion').filter({ hasText: 'thirty' })).toHaveText('thirty');
    await expectAccessible(page);
  });

  await test.step('what did not change is folded and can be unfolded', async () => {
    await page.getByRole('radio', { name: 'Inline' }).click();
    await expect(differences).not.toContainText('Clause 7');
    await differences.getByRole('button', { name: 'Show 4 unchanged paragraphs' }).click();
    await expect(differences).toContainText('Clause 7');
    await expect(differences).toBeFocused();
  });

  await test.step('keys go from change to change, a label to where a paragraph came from', async () => {
    const announced = differences.getByRole('status');
    await page.keyboard.press('F7');
    await expect(announced).toHaveText('Change 1 of 2');
    await page.keyboard.press('F7');
    await expect(announced).toHaveText('Change 2 of 2');
    await page.keyboard.press('Shift+F7');
    await expect(announced).toHaveText('Change 1 of 2');
    await differences.getByRole('button', { name: 'Moved down' }).click();
    await expect(differences.getByRole('button', { name: 'Moved from above' })).toBeInViewport();
    await expectAccessible(page);
  });

  await test.step('the same texts can be read line by line', async () => {
    await page.getByRole('radio', { name: 'Lines' }).click();
    await expect(differences.locator('.monaco-diff-editor')).toBeVisible();
    await page.getByRole('button', { name: 'Next change' }).click();
    await expect(panel).toContainText('1 paragraph moved');
  });
});

test('finished texts say with which values they are finished, and which are missing', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  const variables = ['name', 'firm'].map((name) => ({ name, type: 'text', required: true }));
  const post = async (path: string, body: object, method = 'POST') =>
    expect((await callAsAdmin(dataFolder, method, path, body)).ok).toBe(true);
  await post('/prompts', { name: 'greeting', content: 'Dear {{name}}', variables });
  await post('/prompts/greeting/versions', {
    content: 'Dear {{name}} of {{firm}}',
    variables,
    baseVersion: 1,
  });
  const sets = [{ title: 'Anna', variables: { name: 'Anna', firm: 'Acme' } }];
  await post('/prompts/greeting/test-inputs', sets, 'PUT');
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /greeting/ })
    .click();
  await page.getByRole('tab', { name: 'Compare' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Compare' });
  await panel.getByRole('radio', { name: 'Finished text' }).click();
  await expect(panel).toContainText('2 values are missing: name and firm');
  await expectAccessible(page);
  await panel.getByLabel('With the values').selectOption('Anna');
  await expect(panel).not.toContainText('missing');
  await expect(panel.getByRole('region', { name: 'Differences' })).toContainText('Dear Anna of Acme');
  await panel.getByLabel('With the values').selectOption('Your own');
  await panel.getByRole('button', { name: 'firm', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Variables' }).getByLabel('firm')).toBeFocused();
});
