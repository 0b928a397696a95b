import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelKey, startModelServer } from '#test/support/model-server.ts';
import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

const path = '/prompts/support-agent/test-inputs';

test('the answers of a model are asked for on both sides, arrive as they are written, and are compared', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  const server = await startModelServer();
  const dialog = page.getByRole('dialog');
  const answers = page.getByRole('region', { name: 'Answers of the model' });
  const openResults = async () => {
    await page.getByRole('link', { name: 'Prompts', exact: true }).click();
    await page
      .getByRole('navigation', { name: 'Prompt list' })
      .getByRole('link', { name: /Support agent/ })
      .click();
    await page.getByRole('tab', { name: 'Test inputs' }).click();
    await page.getByRole('radio', { name: 'Results' }).click();
  };
  const chooseModel = async (name: string) => {
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByRole('link', { name: 'Model', exact: true }).click();
    await page.getByLabel('Name of the model').fill(name);
    await page.getByLabel('Name of the model').blur();
  };

  await expect(page.getByRole('navigation', { name: 'Prompt list' }).getByRole('link')).not.toHaveCount(0);
  const inputs = [
    { title: 'German, pro', variables: { locale: 'de', tier: 'pro' }, checks: [] },
    { title: 'Italian, free', variables: { locale: 'it', tier: 'free' }, checks: [] },
  ];
  expect((await callAsAdmin(dataFolder, 'PUT', path, inputs)).status).toBe(200);

  await test.step('without a model, the button leads to where one is set up', async () => {
    await openResults();
    await page.getByRole('button', { name: 'Ask the model…' }).click();
    await page.getByRole('button', { name: 'Set up' }).click();
    await expect(page.getByRole('region', { name: 'Model' })).toBeVisible();
    await page.getByLabel('Address of the model').fill(server.address);
    await page.getByLabel('Name of the model').fill('any');
    await page.getByLabel('Sent', { exact: true }).fill('2.5');
    await page.getByLabel('Received').fill('10');
    await page.getByLabel('Received').blur();
    await expectAccessible(page);
  });

  await test.step('the settings are tried out, and what is wrong is said in words', async () => {
    await page.getByRole('button', { name: 'Try it out' }).click();
    await expect(page.getByText('The server does not accept the key.', { exact: false })).toBeVisible();
    await page.getByLabel('Key of the model').fill(modelKey);
    await page.keyboard.press('Enter');
    await expect(page.getByText('A key is kept.')).toBeVisible();
    await page.getByRole('button', { name: 'Try it out' }).click();
    await expect(page.getByText('It works.')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('what would be sent where is said before, and nothing is sent till then', async () => {
    const before = server.requests.length;
    await openResults();
    await page.getByRole('button', { name: 'Ask the model…' }).click();
    await expect(dialog).toContainText('4 finished texts of 2 test inputs');
    await expect(dialog).toContainText(`will be sent to 127.0.0.1:${new URL(server.address).port}`);
    await expectAccessible(page);
    expect(server.requests).toHaveLength(before);
    await dialog.getByRole('button', { name: 'Send 4 texts' }).click();
    await expect(dialog).toBeHidden();
    await expect(answers).toContainText('Answers of any');
    await expect(
      answers.getByRole('region', { name: 'Answers compared' }).locator('ins').first(),
    ).toBeVisible();
    await expect(answers).toContainText('100 tokens sent');
    await expect(answers).toContainText('$');
    expect(server.requests).toHaveLength(before + 4);
    await expectAccessible(page);
  });

  await test.step('kept with a result, whoever reviews sees them compared: which model, when, how many tokens', async () => {
    await page.getByLabel('Candidate').selectOption('latest');
    await page.getByRole('button', { name: 'Run and keep the result' }).click();
    await expect(page.getByText('The result is kept in the registry')).toBeVisible();
    const policy = {
      requiredApprovals: 1,
      reviewerRoles: ['reviewer'],
      authorMayApprove: false,
      requirePassingTests: false,
    };
    expect((await callAsAdmin(dataFolder, 'PUT', '/policy', policy)).status).toBe(200);
    const wanted = { version: 5, expectedStable: 3 };
    expect((await callAsAdmin(dataFolder, 'POST', '/prompts/support-agent/promotions', wanted)).status).toBe(
      201,
    );
    await page.getByRole('link', { name: /^Reviews/ }).click();
    await page.getByRole('main').getByRole('link', { name: /v5/ }).first().click();
    const needs = page.getByRole('region', { name: 'What this needs' });
    await expect(needs).toContainText('With answers of any.');
    await needs.getByRole('button', { name: 'See results and answers' }).click();
    await expect(dialog).toContainText('All 2 pass');
    await dialog.getByRole('button', { name: /Italian, free/ }).click();
    await expect(dialog.getByRole('heading', { name: 'Italian, free' })).toBeVisible();
    await expect(answers).toContainText('Answers of any');
    await expect(answers).toContainText('asked ');
    await expect(answers).toContainText('100 tokens sent');
    await expect(
      answers.getByRole('region', { name: 'Answers compared' }).locator('ins').first(),
    ).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('an answer is seen while it is written, and can be stopped', async () => {
    await chooseModel('slow');
    await openResults();
    await page.getByRole('button', { name: 'Ask the model…' }).click();
    await dialog.getByRole('radio', { name: 'The one on the screen' }).click();
    await dialog.getByRole('button', { name: 'Send 2 texts' }).click();
    await expect(answers).toContainText('answering…');
    await expect(answers).toContainText('You said:');
    await page.getByRole('button', { name: 'Stop asking' }).click();
    await expect(answers).toContainText('stopped');
    await expect(answers).toContainText('You said:');
  });

  await test.step('what fails says why; earlier answers are still there to look at', async () => {
    await chooseModel('cut');
    await openResults();
    await page.getByRole('button', { name: 'Ask the model…' }).click();
    await dialog.getByRole('button', { name: 'Send 4 texts' }).click();
    await expect(answers).toContainText('The answer was cut off in the middle.');
    await expect(answers).toContainText('Half of an');
    await expectAccessible(page);
    await page.reload();
    await page.getByRole('tab', { name: 'Test inputs' }).click();
    await page.getByRole('radio', { name: 'Results' }).click();
    await expect(answers).toContainText('Answers of cut');
    await answers.getByLabel('Which run').selectOption({ index: 2 });
    await expect(answers).toContainText('Answers of any');
  });

  await test.step('the key is in no file but the one for secrets', async () => {
    const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(modelKey),
      )
      .map(({ name }) => name);
    expect(files).toEqual(['secrets.json']);
  });
  await server.close();
});
