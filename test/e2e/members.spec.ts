import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

test('an administrator lets four people in, changes what they may do, and takes keys away', async ({
  app,
  dataFolder,
  page,
}) => {
  expect(app.process.exitCode).toBeNull();
  const list = page.getByRole('list', { name: 'Members' });
  const dialog = page.getByRole('dialog');
  const askWho = async (key: string) => callAsAdmin(dataFolder, 'GET', '/me', undefined, key);
  const readKey = async () =>
    (await dialog.getByRole('figure', { name: 'Key', exact: true }).innerText()).split('\n')[0] ?? '';
  let rosasKey = '';

  await test.step('a member is added with a first key, by a command and by keyboard', async () => {
    await expect(page.getByRole('navigation', { name: 'Prompt list' }).getByRole('link')).toHaveCount(6);
    await page.keyboard.press('Control+Shift+P');
    await page.getByRole('textbox', { name: 'Find a command or a prompt' }).fill('invite');
    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('Name')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('Give a name.');
    await page.keyboard.type('Rosa Klein');
    await dialog.getByLabel('E-mail').fill('not an address');
    await dialog.getByLabel('Editor').uncheck();
    await dialog.getByLabel('Reviewer').check();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Add member' }).click();
    await expect(dialog.getByRole('alert')).toContainText('e-mail');
    await dialog.getByLabel('E-mail').fill('rosa@example.com');
    await dialog.getByRole('button', { name: 'Add member' }).click();
    await expect(dialog).toContainText('is shown only now');
    rosasKey = await readKey();
    expect((await (await askWho(rosasKey)).json()).name).toBe('Rosa Klein');
  });

  await test.step('what to send her has the address, and not the key', async () => {
    const invitation = dialog.getByRole('figure', { name: 'What to send' });
    await expect(invitation).toContainText(/Address: http:\/\/127\.0\.0\.1:\d+/);
    await expect(invitation).not.toContainText(rosasKey);
    await expectAccessible(page);
    // Neither a slip of the hand nor Escape throws the key away.
    await page.keyboard.press('Escape');
    await page.mouse.click(5, 5);
    await expect(dialog).toContainText('is shown only now');
  });

  await test.step('three more follow one after the other', async () => {
    for (const [name, role] of [
      ['Emil Berg', 'Editor'],
      ['Pia Roth', 'Promoter'],
      ['Checkout', 'Application'],
    ] as const) {
      await dialog.getByRole('button', { name: 'Add another' }).click();
      await dialog.getByLabel('Name').fill(name);
      await dialog.getByLabel('Editor').setChecked(role === 'Editor');
      await dialog.getByLabel(role).check();
      await dialog.getByRole('button', { name: 'Add member' }).click();
      await expect(page.getByRole('dialog', { name: `${name} is a member now` })).toBeVisible();
    }
    await expect(dialog.getByRole('figure', { name: 'What to send' })).toContainText('PROMPTFORGE_KEY');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(list).toContainText('Rosa Kleinrosa@example.comReviewer');
    await expect(list.getByRole('listitem')).toHaveCount(6);
    await expect(page.locator('body')).not.toContainText(rosasKey);
    await expectAccessible(page);
  });

  await test.step('a change of roles says what it gives and takes, and can be taken back', async () => {
    await list.getByRole('button', { name: /Rosa Klein/ }).click();
    await dialog.getByLabel('Reviewer').uncheck();
    await dialog.getByLabel('Promoter').check();
    await expect(dialog).toContainText('Rosa Klein may newly promote and roll back.');
    await expect(dialog).toContainText('Rosa Klein may no longer review promotions.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Save changes' }).click();
    await expect(dialog.getByRole('button', { name: 'Save changes' })).toBeHidden();
    expect((await (await askWho(rosasKey)).json()).roles).toEqual(['promoter']);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(list).toContainText('rosa@example.comReviewer');
  });

  await test.step('a key is rotated: the new secret is shown, the old one is refused', async () => {
    await list.getByRole('button', { name: /Rosa Klein/ }).click();
    await dialog.getByRole('button', { name: 'Rotate First key' }).click();
    await expect(dialog).toContainText('Whatever uses this key stops working at once.');
    await dialog.getByRole('button', { name: 'Rotate key' }).click();
    await expect(dialog).toContainText('is shown only now');
    const rotated = await readKey();
    expect((await askWho(rosasKey)).status).toBe(401);
    expect((await askWho(rotated)).status).toBe(200);
    rosasKey = rotated;
    await dialog.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('another key is made that ends by itself', async () => {
    await dialog.getByLabel('Name of a new key').fill('laptop');
    await dialog.getByLabel('Expires').selectOption('In 30 days');
    await dialog.getByRole('button', { name: 'Make key' }).click();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(dialog.getByRole('listitem').filter({ hasText: 'laptop' })).toContainText('expires');
  });

  await test.step('a key is revoked with a reason', async () => {
    await dialog.getByRole('button', { name: 'Revoke First key' }).click();
    await expect(dialog.getByLabel('Reason')).toBeFocused();
    await dialog.getByRole('button', { name: 'Revoke key' }).click();
    await expect(dialog).toContainText('Give a reason: others will want to know why.');
    expect((await askWho(rosasKey)).status).toBe(200);
    await dialog.getByLabel('Reason').fill('Her laptop was lost.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Revoke key' }).click();
    await expect(dialog.getByRole('button', { name: 'Show 1 key that no longer works' })).toBeVisible();
    expect((await askWho(rosasKey)).status).toBe(401);
    const path = '/events?type=key.revoked&order=newest&limit=1';
    const { items } = await (await callAsAdmin(dataFolder, 'GET', path)).json();
    expect(items[0].data.reason).toBe('Her laptop was lost.');
    await page.keyboard.press('Escape');
  });

  await test.step('a member is deactivated with a reason, and let in again with the same key', async () => {
    await list.getByRole('button', { name: /Emil Berg/ }).click();
    await dialog.getByLabel('Name of a new key').fill('desk');
    await dialog.getByRole('button', { name: 'Make key' }).click();
    const emilsKey = await readKey();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.getByRole('button', { name: 'Deactivate…' }).click();
    await expect(dialog).toContainText('Every key of Emil Berg is refused at once');
    await expect(dialog.getByLabel('Reason')).toBeFocused();
    await page.keyboard.type('He left the company.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click();
    await expect(dialog.getByRole('button', { name: 'Reactivate' })).toBeFocused();
    await expect(dialog.getByRole('status')).toContainText('Emil Berg is deactivated');
    await expectAccessible(page);
    expect((await askWho(emilsKey)).status).toBe(401);
    await page.keyboard.press('Escape');
    await expect(list.getByRole('listitem').last()).toContainText('Emil Berg');
    await expect(list.getByRole('listitem').last()).toContainText('Deactivated');
    await list.getByRole('button', { name: /Emil Berg/ }).click();
    await dialog.getByRole('button', { name: 'Reactivate' }).click();
    await expect(dialog.getByRole('button', { name: 'Deactivate…' })).toBeVisible();
    expect((await askWho(emilsKey)).status).toBe(200);
    await page.keyboard.press('Escape');
  });

  await test.step('the only administrator stays one, and keeps the key of the app', async () => {
    await list.getByRole('button', { name: /\(you\)/ }).click();
    await expect(dialog.getByLabel('Administrator', { exact: true })).toBeDisabled();
    await expect(dialog).toContainText('The only administrator. Give somebody else this role first.');
    await expect(dialog).toContainText('PromptForge itself uses this member’s key');
    await expect(dialog.getByRole('button', { name: /^(Revoke|Deactivate)/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('many members are searched, and led through by arrow keys', async () => {
    const add = (number: number) =>
      callAsAdmin(dataFolder, 'POST', '/members', { name: `Colleague ${number}`, roles: ['viewer'] });
    for (let number = 0; number < 150; number += 1) await add(number);
    await expect(page.getByRole('status').filter({ hasText: 'members' })).toHaveText('156 members');
    expect(await list.getByRole('listitem').count()).toBeLessThan(60);
    await list.getByRole('button').first().focus();
    await page.keyboard.press('End');
    await expect(list.getByRole('button', { name: /Colleague 149/ })).toBeFocused();
    await page.getByLabel('Search members').fill('promoter');
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await page.getByLabel('Search members').fill('nobody of this name');
    await expect(page.getByRole('heading', { name: 'Nobody is called that' })).toBeVisible();
    await expectAccessible(page);
  });
});
