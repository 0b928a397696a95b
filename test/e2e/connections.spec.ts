import type { Page } from '@playwright/test';
import { startTcpProxy } from '#test/support/tcp-proxy.ts';
import { expect, expectAccessible, test } from './support/fixtures.ts';
import { teamTest } from './support/team.ts';

const switcher = (page: Page) => page.getByRole('button', { name: /^Registry: / });

async function findClosedPort(): Promise<number> {
  const proxy = await startTcpProxy(0);
  await proxy.close();
  return proxy.port;
}

async function openForm(page: Page): Promise<void> {
  await switcher(page).click();
  await page.getByRole('menuitem', { name: 'Add a registry…' }).click();
}

const form = (page: Page) => page.getByRole('dialog', { name: 'Add a registry' });

async function connect(page: Page, address: string, key: string, name: string): Promise<void> {
  await openForm(page);
  await form(page).getByLabel('Address').fill(address);
  await form(page).getByLabel('Key', { exact: true }).fill(key);
  await form(page).getByLabel('Name').fill(name);
  await form(page).getByRole('button', { name: 'Connect' }).click();
}

teamTest('a registry is added, shown, renamed, removed and taken back', async ({ startTeam }) => {
  const team = await startTeam();
  const { page, key } = await team.open('Mara', 'editor');
  await expect(switcher(page)).toHaveAccessibleName('Registry: Acme prompts');
  await expect(page.locator('footer')).toContainText('Acme prompts');

  // The same registry under the address that everybody knows.
  await connect(page, team.address, key, 'Second way');
  await expect(switcher(page)).toHaveAccessibleName('Registry: Second way');
  await expect(form(page)).toBeHidden();

  await switcher(page).click();
  await page.getByRole('menuitem', { name: 'Manage registries' }).click();
  const second = page.getByRole('listitem', { name: 'Second way' });
  await expect(second).toContainText('online');
  await expect(second).toContainText('As Mara, with the role “editor”');
  await expectAccessible(page);

  await second.getByRole('button', { name: 'Remove Second way' }).click();
  await expect(second).toBeHidden();
  await expect(switcher(page)).toHaveAccessibleName('Registry: Sandbox · on this machine');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(second).toContainText('online');
  await expect(switcher(page)).toHaveAccessibleName('Registry: Second way');
});

test('what is wrong with a registry is said in words, and nothing is kept', async ({ app, page }) => {
  const { port } = new URL(app.origin);
  await expect(switcher(page)).toHaveAccessibleName('Registry: Sandbox · on this machine');
  await connect(page, `http://127.0.0.1:${await findClosedPort()}`, 'pf_some_key', 'Nowhere');
  await expect(form(page).getByRole('alert')).toContainText('No registry runs at this address.');
  await expectAccessible(page);

  // PromptForge itself answers there, which is no registry.
  await form(page).getByLabel('Address').fill(`http://127.0.0.1:${port}`);
  await expect(form(page).getByRole('alert')).toBeHidden();
  await form(page).getByRole('button', { name: 'Connect' }).click();
  await expect(form(page).getByRole('alert')).toContainText('There is no prompt registry at this address.');
  await expect(form(page).getByRole('button', { name: 'Add it anyway' })).toBeHidden();

  await form(page).getByRole('button', { name: 'Cancel' }).click();
  await switcher(page).click();
  await expect(page.getByRole('menuitem', { name: 'Nowhere' })).toBeHidden();
});

teamTest(
  'prompts are copied to a team with what will happen shown first, and moved',
  async ({ startTeam }) => {
    const team = await startTeam();
    const { page } = await team.open('Mara', 'editor');
    await switcher(page).click();
    await page.getByRole('menuitem', { name: /^Sandbox/ }).click();
    const list = page.getByRole('navigation', { name: 'Prompt list' });
    await list.getByRole('link', { name: /Support agent/ }).click();
    await page.getByRole('button', { name: 'More about Support agent' }).click();
    await page.getByRole('menuitem', { name: 'Copy to another registry…' }).click();

    const copying = page.getByRole('dialog', { name: 'Copy to another registry' });
    await expect(copying.getByLabel('To', { exact: true })).toContainText('Acme prompts');
    await expectAccessible(page);
    await copying.getByRole('button', { name: 'Look at it first' }).click();
    await expect(copying.getByRole('list', { name: '1 prompt' })).toContainText('New; versions 1 to');
    expect((await team.admin.call('listPrompts', { query: {} })).items).toEqual([]);
    await copying.getByRole('button', { name: 'Copy 1 prompt' }).click();
    await expect(copying.getByRole('status')).toContainText('1 prompt copied with the history.');
    await copying.getByRole('button', { name: 'Done' }).click();
    const [copied] = (await team.admin.call('listPrompts', { query: {} })).items;
    expect(copied).toMatchObject({ name: 'support-agent', stable: null });

    // Again it changes nothing; moving takes it off the list here.
    await page.getByRole('button', { name: 'More about Support agent' }).click();
    await page.getByRole('menuitem', { name: 'Move to another registry…' }).click();
    const moving = page.getByRole('dialog', { name: 'Move to another registry' });
    await moving.getByText('The latest text alone').click();
    await moving.getByRole('button', { name: 'Look at it first' }).click();
    await expect(moving.getByRole('list', { name: '1 prompt' })).toContainText(
      'There already; to be archived here',
    );
    await moving.getByRole('button', { name: 'Move 1 prompt' }).click();
    await expect(moving.getByRole('status')).toContainText('What was moved is archived in Sandbox.');
    await moving.getByRole('button', { name: 'Done' }).click();
    await expect(list.getByRole('link', { name: /Support agent/ })).toBeHidden();
  },
);

teamTest('Back and Forward lead to the registry that was on the screen', async ({ startTeam }) => {
  const team = await startTeam();
  await team.admin.call('createPrompt', { body: { name: 'greeting', title: 'Greeting', content: 'Hello.' } });
  const { page } = await team.open('Mara', 'editor');
  const list = page.getByRole('navigation', { name: 'Prompt list' });
  const heading = (name: string) => page.getByRole('heading', { name });
  await list.getByRole('link', { name: /Greeting/ }).click();
  await expect(heading('Greeting')).toBeVisible();
  await switcher(page).click();
  await page.getByRole('menuitem', { name: /^Sandbox/ }).click();
  await list.getByRole('link', { name: /Support agent/ }).click();
  await expect(heading('Support agent')).toBeVisible();

  await page.goBack();
  await expect(heading('Prompts')).toBeVisible();
  await expect(switcher(page)).toHaveAccessibleName('Registry: Sandbox · on this machine');
  await page.goBack();
  await expect(switcher(page)).toHaveAccessibleName('Registry: Acme prompts');
  await expect(heading('Greeting')).toBeVisible();
  await page.goForward();
  await page.goForward();
  await expect(switcher(page)).toHaveAccessibleName('Registry: Sandbox · on this machine');
  await expect(heading('Support agent')).toBeVisible();

  // A registry that was removed has no pages any more.
  await switcher(page).click();
  await page.getByRole('menuitem', { name: 'Manage registries' }).click();
  await page.getByRole('button', { name: 'Remove Acme prompts' }).click();
  for (let steps = 0; steps < 4; steps += 1) await page.goBack();
  await expect(page.getByText('That page is gone')).toBeVisible();
  await expect(heading('Prompts')).toBeVisible();
});

teamTest('what a role may not do says why, to the pointer and to the keyboard', async ({ startTeam }) => {
  const team = await startTeam();
  await team.admin.call('createPrompt', { body: { name: 'greeting', title: 'Greeting', content: 'Hello.' } });
  const { page } = await team.open('Vic', 'viewer');
  const reason = 'This takes the role “editor”. In Acme prompts you have the role “viewer”.';
  const create = page.getByRole('button', { name: 'New prompt' }).first();
  await expect(create).toHaveAttribute('aria-disabled', 'true');
  await expect(create).toHaveAccessibleDescription(reason);
  await create.focus();
  await expect(page.getByRole('tooltip')).toHaveText(reason);
  await expectAccessible(page);
  await page.keyboard.press('Control+Alt+N');
  await expect(page.getByText('Not possible here')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'New prompt' })).toBeHidden();
});
