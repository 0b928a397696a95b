import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

const prompt = 'refunds';

async function call<Answer>(
  dataFolder: string,
  method: string,
  path: string,
  body: object,
  key?: string,
): Promise<Answer> {
  const response = await callAsAdmin(dataFolder, method, path, body, key);
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return (await response.json()) as Answer;
}

/** A member of the team with a key of their own. */
async function join(dataFolder: string, name: string, role: string): Promise<string> {
  const { id } = await call<{ id: string }>(dataFolder, 'POST', '/members', { name, roles: [role] });
  return (await call<{ secret: string }>(dataFolder, 'POST', `/members/${id}/keys`, { name: 'laptop' }))
    .secret;
}

/** A prompt that three people bring to stable, then to another version, then back. */
async function playStory(dataFolder: string): Promise<{ created: Date; second: Date; rolledBack: Date }> {
  const [ana, lea, tom] = [
    await join(dataFolder, 'Ana Lima', 'editor'),
    await join(dataFolder, 'Lea Brandt', 'reviewer'),
    await join(dataFolder, 'Tom Okafor', 'promoter'),
  ];
  const policy = {
    requiredApprovals: 1,
    reviewerRoles: ['reviewer'],
    authorMayApprove: false,
    requirePassingTests: false,
  };
  await call(dataFolder, 'PUT', '/policy', policy);
  const promote = async (
    version: number,
    expectedStable: number | null,
    comment: string,
    contentHash: string,
  ) => {
    const body = { version, expectedStable, note: `v${version} for the launch` };
    const { id } = await call<{ id: string }>(dataFolder, 'POST', `/prompts/${prompt}/promotions`, body, ana);
    const review = { decision: 'approve', comment, contentHash };
    await call(dataFolder, 'POST', `/promotions/${id}/reviews`, review, lea);
    const applied = { body: {} };
    await call(dataFolder, 'POST', `/promotions/${id}/apply`, applied.body, tom);
    return new Date();
  };
  const pause = () => new Promise((resolve) => setTimeout(resolve, 2_100));
  const first = { name: prompt, title: 'Refunds', content: 'Dear {{customer}}, no refunds.', note: 'First' };
  const v1 = await call<{ contentHash: string }>(dataFolder, 'POST', '/prompts', first, ana);
  const created = new Date();
  await pause();
  await promote(1, null, 'Fine', v1.contentHash);
  const next = { content: 'Dear {{customer}}, <b>30 days</b> for refunds.', baseVersion: 1, note: 'The law' };
  const v2 = await call<{ contentHash: string }>(
    dataFolder,
    'POST',
    `/prompts/${prompt}/versions`,
    next,
    ana,
  );
  await pause();
  const second = await promote(2, 1, 'Exactly what the terms say', v2.contentHash);
  await pause();
  const back = { version: 1, expectedStable: 2, reason: 'Customers were confused' };
  await call(dataFolder, 'POST', `/prompts/${prompt}/rollback`, back, tom);
  return { created, second, rolledBack: new Date() };
}

/** The page in the dialog, once it is made. */
async function readRecord(page: Page): Promise<string> {
  return (await page.locator('iframe[title="The record"]').getAttribute('srcdoc')) ?? '';
}

/** What the browser's own field takes for a moment. */
const toField = (page: Page, moment: Date, later = 0) =>
  page.evaluate((time) => {
    const date = new Date(time);
    return new Date(time - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  }, moment.getTime() + later);

test('which text was active, who approved it with which words, and a page that proves it', async ({
  app,
  page,
  dataFolder,
}) => {
  expect(app.process.exitCode).toBeNull();
  const { created, second, rolledBack } = await playStory(dataFolder);
  const field = page.getByRole('main').getByLabel('Date and time');
  const main = page.getByRole('main');

  await test.step('it is asked from the activity', async () => {
    await page.getByRole('link', { name: 'Activity', exact: true }).click();
    await page.getByRole('button', { name: 'What was active on …' }).click();
    await expect(main).toContainText('Choose a prompt, a day and a time');
    await expectAccessible(page);
    await page.getByRole('combobox', { name: 'Prompt' }).fill('Refunds');
    await page.getByRole('option', { name: 'Refunds', exact: true }).click();
    // The first second after the promotion that begins as one.
    await field.fill(await toField(page, second, 1_000));
    await expect(main).toContainText(/v2 of Refunds was stable\./);
  });

  await test.step('the text stands beside who wrote, approved and promoted it, and what came before and after', async () => {
    const text = page.getByRole('region', { name: 'The text that was served' });
    await expect(text).toContainText('Dear {{customer}}, <b>30 days</b> for refunds.');
    const story = page.getByRole('region', { name: 'How it came' });
    await expect(story).toContainText('Ana Lima wrote it');
    await expect(story).toContainText('The law');
    await expect(story).toContainText('v2 for the launch');
    await expect(story).toContainText(
      /Lea Brandt approved.*Exactly what the terms say.*For exactly this text, byte for byte/,
    );
    await expect(story).toContainText('Tom Okafor promoted it');
    await expect(story).toContainText(/Rolled back to v1 on .+ by Tom Okafor: “Customers were confused”/);
    await expectAccessible(page);
    await text.getByRole('radio', { name: 'Finished text' }).click();
    await text.getByLabel('customer').fill('Zoë {{x}}');
    await expect(text).toContainText('Dear Zoë {{x}}, <b>30 days</b> for refunds.');
    await expectAccessible(page);
  });

  await test.step('other times have clear answers, and the address keeps the question', async () => {
    await field.fill('2019-03-03T14:00:00');
    await expect(main).toContainText('there was no Refunds yet');
    await field.fill(await toField(page, created, 1_000));
    await expect(main).toContainText('nothing of Refunds was stable');
    await expect(main).toContainText('got no text');
    await field.fill('2099-01-01T00:00:00');
    await expect(main).toContainText('is still to come');
    await field.fill(await toField(page, rolledBack, 1_000));
    await expect(main).toContainText(/v1 of Refunds was stable.*and still is/);
    await page.reload();
    await expect(main).toContainText(/v1 of Refunds was stable.*and still is/);
    await page.getByRole('button', { name: 'What changed' }).click();
    await expect(page.getByLabel('From', { exact: true })).toHaveValue('2');
    await expect(page.getByLabel('To', { exact: true })).toHaveValue('1');
    await page.goBack();
  });

  await test.step('the record is a page of its own, to print and to keep', async () => {
    await field.fill(await toField(page, second, 1_000));
    await expect(main).toContainText(/v2 of Refunds was stable\./);
    await page.getByRole('button', { name: 'Save or print the record' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save or print the record' });
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Make the record' }).click();
    // Nothing runs inside the frame, not even what a test would ask of it: its source is looked at.
    const source = await readRecord(page);
    expect(source).toContain('Exactly what the terms say');
    const printed = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const view = document.querySelector('iframe')?.contentWindow;
          if (view) view.print = () => resolve(view.document.title);
        }),
    );
    await dialog.getByRole('button', { name: 'Print' }).click();
    expect(await printed).toContain('Refunds: What was active on');
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save as a file' }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/^audit-refunds-\d{4}-\d\d-\d\d\.html$/);
    const saved = readFileSync(await file.path(), 'utf8');
    expect(saved).toBe(source);
    expect(saved).toContain('Dear {{customer}}, &lt;b&gt;30 days&lt;/b&gt; for refunds.');
    expect(saved).not.toMatch(/<script|src=|href=/);

    // It says the same with nothing but the file.
    const alone = await page.context().newPage();
    await alone.setContent(saved);
    await expect(alone.getByRole('heading', { level: 1 })).toContainText('Refunds: what was active on');
    await expect(alone.getByRole('main')).toContainText(/v2 of Refunds was stable\./);
    await expect(alone.locator('pre.text')).toHaveText('Dear {{customer}}, <b>30 days</b> for refunds.');
    await expect(alone.locator('main b')).toHaveCount(0);
    await expectAccessible(alone);
    await alone.close();
  });

  await test.step('a stretch of time has all that was stable in it', async () => {
    const dialog = page.getByRole('dialog', { name: 'Save or print the record' });
    await dialog.getByRole('radio', { name: 'A stretch of time' }).click();
    await dialog.getByLabel('With the whole log').check();
    await dialog.getByLabel('Until').fill(await toField(page, rolledBack, 1_000));
    await dialog.getByRole('button', { name: 'Make the record' }).click();
    const source = await readRecord(page);
    expect(source.match(/<h2>v\d: stable from/g)).toHaveLength(3);
    expect(source).toContain('<pre data-seq="1"');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
});
