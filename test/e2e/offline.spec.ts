import type { Page } from '@playwright/test';
import { startWebApp } from '#test/support/start-web-app.ts';
import { expect, expectAccessible } from './support/fixtures.ts';
import { type Team, teamTest as test } from './support/team.ts';

const first = 'Be kind to everybody.\nAnswer the customer in two sentences.\nSay goodbye.';

const text = (page: Page) => page.getByRole('region', { name: 'Prompt text' });
const status = (page: Page) => page.getByRole('contentinfo');

async function openPrompt(page: Page) {
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Shared prompt/ })
    .click();
  await expect(text(page)).toContainText('Say goodbye.');
  await text(page).getByRole('textbox').focus();
}

async function save(page: Page, note: string) {
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: /Save version/ });
  await dialog.getByLabel('Note').fill(note);
  await dialog.getByRole('button', { name: 'Save version' }).click();
}

async function readHistory(team: Team) {
  const params = { name: 'shared' };
  const { items } = await team.admin.call('listVersions', { params, query: {} });
  const versions = items.toReversed().map(async ({ version }) => {
    const { content, note, author } = await team.admin.call('getVersion', { params: { ...params, version } });
    return { content, note, author: author.name };
  });
  return Promise.all(versions);
}

const create = (team: Team) =>
  team.admin.call('createPrompt', { body: { name: 'shared', title: 'Shared prompt', content: first } });

test('two people, one plane, one conflict, and both texts in the result', async ({ startTeam }) => {
  const team = await startTeam();
  await create(team);
  const anna = await team.open('Anna', 'editor');
  const ben = await team.open('Ben', 'editor');

  await test.step('Anna writes and saves twice without a network', async () => {
    await openPrompt(anna.page);
    await anna.goOffline();
    await anna.page.keyboard.press('Control+Home');
    await anna.page.keyboard.type('Always ');
    await save(anna.page, 'More of it');
    await expect(status(anna.page)).toContainText('Waiting to send (1)');
    await text(anna.page).getByRole('textbox').focus();
    await anna.page.keyboard.press('Control+End');
    await anna.page.keyboard.press('Shift+Home');
    await anna.page.keyboard.type('Say goodbye warmly.');
    await expect(status(anna.page)).toContainText('Draft saved');
    await save(anna.page, 'Warmer');
    await expect(status(anna.page)).toContainText('Waiting to send (2)');
  });

  await test.step('what waits can be looked at, and its note be changed', async () => {
    await status(anna.page).getByRole('button', { name: 'Waiting to send (2)' }).click();
    const waiting = anna.page.getByRole('dialog', { name: 'Waiting to send' });
    await expect(waiting.getByLabel('Note')).toHaveCount(2);
    await expectAccessible(anna.page);
    await waiting.getByLabel('Note').first().fill('For everybody');
    await waiting.getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('Ben saves meanwhile', async () => {
    await openPrompt(ben.page);
    await ben.page.keyboard.press('Control+End');
    await ben.page.keyboard.press('Shift+Home');
    await ben.page.keyboard.type('Say farewell in one line.');
    await save(ben.page, 'Shorter');
    await expect(status(ben.page)).toContainText('v2');
  });

  const merge = anna.page.getByRole('dialog', { name: 'Merge both texts' });
  await test.step('back on the ground, Anna is told and merges', async () => {
    await anna.goOnline();
    await expect(anna.page.getByRole('main')).toContainText('Ben saved v2', { timeout: 60_000 });
    await anna.page.getByRole('main').getByRole('button', { name: 'Merge' }).click();
    await expect(merge).toContainText('1 place waits for your decision.');
    await expectAccessible(anna.page);
    await merge.getByText('Both', { exact: true }).click();
    await merge.getByRole('button', { name: 'Use the merged text' }).click();
    await expect(status(anna.page)).not.toContainText('Waiting to send');
    await anna.page.keyboard.press('Control+s');
    const dialog = anna.page.getByRole('dialog', { name: 'Save version 3' });
    await expect(dialog.getByLabel('Note')).toHaveValue('For everybody\nWarmer');
    await dialog.getByRole('button', { name: 'Save version' }).click();
    await expect(status(anna.page)).toContainText('v3');
  });

  await test.step('there is each version once, with the words of both, and Ben sees it', async () => {
    const history = await readHistory(team);
    expect(history.map(({ author }) => author)).toEqual(['Administrator', 'Ben', 'Anna']);
    expect(history[2]?.content).toBe(
      'Always Be kind to everybody.\nAnswer the customer in two sentences.\nSay goodbye warmly. Say farewell in one line.',
    );
    await expect(text(ben.page)).toContainText('Always Be kind');
    await expect(status(ben.page)).toContainText('v3');
  });
});

test('what was saved without a network becomes versions, each once and in its order', async ({
  startTeam,
}) => {
  const team = await startTeam();
  await create(team);
  const { page, goOffline, goOnline } = await team.open('Anna', 'editor');
  await openPrompt(page);
  await goOffline();
  await page.keyboard.press('Control+End');
  for (const word of ['One.', 'Two.', 'Three.']) {
    await text(page).getByRole('textbox').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(` ${word}`);
    await save(page, word);
    await expect(page.getByRole('dialog', { name: /Save version/ })).toBeHidden();
  }
  await expect(status(page)).toContainText('Waiting to send (3)');

  await test.step('the last one is taken back into the draft', async () => {
    await status(page).getByRole('button', { name: 'Waiting to send (3)' }).click();
    const waiting = page.getByRole('dialog', { name: 'Waiting to send' });
    await waiting
      .getByRole('button', { name: /Take back/ })
      .last()
      .click();
    await expect(waiting.getByLabel('Note')).toHaveCount(2);
    await waiting.getByRole('button', { name: 'Close' }).last().click();
    await expect(status(page)).toContainText('Draft saved');
  });

  await goOnline();
  await expect(status(page)).toContainText('v3', { timeout: 60_000 });
  await expect(status(page)).not.toContainText('Waiting to send');
  await save(page, 'Three, again');
  await expect(status(page)).toContainText('v4');
  const contents = (await readHistory(team)).map(({ content }) => content.replace(first, '').trim());
  expect(contents).toEqual(['', 'One.', 'One. Two.', 'One. Two. Three.']);
});

test('a draft is merged where the registry has another text under its base’s number', async ({
  startTeam,
}) => {
  const team = await startTeam();
  await create(team);
  await team.admin.call('createPrompt', {
    body: { name: 'other', title: 'Other prompt', content: 'Other.' },
  });
  const params = { name: 'shared' };
  const save = (content: string) =>
    team.admin.call('saveVersion', { params, body: { content, baseVersion: 1 } });
  const { app, context, dataFolder, page } = await team.open('Anna', 'editor');
  const list = page.getByRole('navigation', { name: 'Prompt list' });
  await expect(list.getByRole('link', { name: /Shared prompt/ })).toBeVisible();
  await team.backUp();
  await save(`${first}\nLost.`);
  await openPrompt(page);
  await expect(text(page)).toContainText('Lost.');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Hers.');
  await expect(status(page)).toContainText('Draft saved');
  await list.getByRole('link', { name: /Other prompt/ }).click();
  await expect(text(page)).toContainText('Other.');
  await page.close();
  await app.kill();
  await team.restoreBackup();
  await save(`${first}\nInstead.`);

  const again = await startWebApp(dataFolder);
  const second = await context.newPage();
  await second.goto(again.link);
  await expect(second.getByText('was set back or replaced')).toBeVisible({ timeout: 60_000 });
  await openPrompt(second);
  await expect(second.getByRole('main')).toContainText(
    'v2, which you began from, is not in the registry any more.',
  );
  await second.getByRole('main').getByRole('button', { name: 'Merge' }).click();
  const merge = second.getByRole('dialog', { name: 'Merge both texts' });
  await merge.getByText('Both', { exact: true }).click();
  await expectAccessible(second);
  await merge.getByRole('button', { name: 'Use the merged text' }).click();
  await expect(text(second)).toContainText('Lost. Hers.');
  await expect(text(second)).toContainText('Instead.');
  await again.stop();
});

test('a restart without a network keeps what waits, and what was typed on top of it', async ({
  startTeam,
}) => {
  const team = await startTeam();
  await create(team);
  const { app, context, dataFolder, page, goOffline, goOnline } = await team.open('Anna', 'editor');
  await openPrompt(page);
  await goOffline();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Saved.');
  await save(page, '');
  await expect(status(page)).toContainText('Waiting to send (1)');
  await text(page).getByRole('textbox').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Typed on.');
  await expect(status(page)).toContainText('Draft saved');
  await app.kill();
  await page.close();

  const again = await startWebApp(dataFolder);
  const second = await context.newPage();
  await second.goto(again.link);
  await expect(text(second)).toContainText('Say goodbye. Saved. Typed on.');
  await expect(status(second)).toContainText('Waiting to send (1)');
  await goOnline();
  await expect(status(second)).toContainText('v2', { timeout: 60_000 });
  await expect(status(second)).not.toContainText('Waiting to send');
  await save(second, '');
  await expect(status(second)).toContainText('v3');
  await again.stop();
  const contents = (await readHistory(team)).map(({ content }) => content.replace(first, '').trim());
  expect(contents).toEqual(['', 'Saved.', 'Saved. Typed on.']);
});

test('a save on its way becomes one version, wherever the user goes meanwhile', async ({ startTeam }) => {
  const team = await startTeam();
  await create(team);
  await team.admin.call('createPrompt', {
    body: { name: 'other', title: 'Other prompt', content: 'Other.' },
  });
  const { context, network, page, app } = await team.open('Anna', 'editor');
  const switcher = page.getByRole('button', { name: /^Registry: / });
  const write = async (word: string) => {
    await text(page).getByRole('textbox').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(` ${word}`);
    await expect(status(page)).toContainText('Draft saved');
    await save(page, word);
  };
  await openPrompt(page);
  network.delay(700);

  await test.step('to another prompt', async () => {
    await write('One.');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /Other prompt/ }).click();
    await expect(page.getByText('v2 of Shared prompt is saved')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('heading', { name: 'Other prompt' })).toBeVisible();
  });

  await test.step('to another registry, and from there to what was saved', async () => {
    await page
      .getByRole('link', { name: /Shared prompt/ })
      .first()
      .click();
    await write('Two.');
    await page.keyboard.press('Escape');
    await switcher.click();
    await page.getByRole('menuitem', { name: /Sandbox/ }).click();
    const notice = page.getByRole('alert').filter({ hasText: 'v3 of Shared prompt is saved' });
    await expect(notice).toBeVisible({ timeout: 20_000 });
    await notice.getByRole('button', { name: 'Go to Promotion' }).click();
    await expect(switcher).toHaveAccessibleName('Registry: Acme prompts');
    await expect(page.getByRole('heading', { name: 'Shared prompt' })).toBeVisible();
  });

  await test.step('out of the window', async () => {
    await page.getByRole('tab', { name: 'Edit' }).click();
    await write('Three.');
    await page.close({ runBeforeUnload: true });
    await network.restore();
    const contents = async () =>
      (await readHistory(team)).map(({ content }) => content.replace(first, '').trim());
    await expect.poll(contents, { timeout: 20_000 }).toEqual(['', 'One.', 'One. Two.', 'One. Two. Three.']);
    const again = await context.newPage();
    await again.goto(app.origin);
    await expect(status(again)).toContainText('v4');
    await expect(status(again)).toContainText('Saved');
  });
});
