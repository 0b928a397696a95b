import { startReceiver, verifyArrival } from '#test/support/webhook-receiver.ts';
import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

test('an administrator adds a webhook, sees what was sent, and sends it again', async ({
  app,
  dataFolder,
  page,
}) => {
  expect(app.process.exitCode).toBeNull();
  const receiver = await startReceiver(500);
  const host = new URL(receiver.url).host;
  const dialog = page.getByRole('dialog');
  const list = page.getByRole('list', { name: 'Webhooks' });
  const deliveries = dialog.getByRole('region', { name: 'Deliveries' });
  const rename = (title: string) =>
    callAsAdmin(dataFolder, 'PATCH', '/prompts/support-agent/details', { title });
  const readSecret = async () =>
    (await dialog.getByRole('figure', { name: 'Secret' }).innerText()).split('\n')[0] ?? '';
  let secret = '';

  await test.step('an empty list says what a webhook is for', async () => {
    await expect(page.getByRole('navigation', { name: 'Prompt list' }).getByRole('link')).toHaveCount(6);
    await page.goto(`${app.origin}/#/settings/webhooks`);
    await expect(page.getByRole('heading', { name: 'No program is told of what happens' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('an address that cannot be reached is refused in words', async () => {
    await page.getByRole('button', { name: 'Add webhook' }).click();
    await dialog.getByLabel('Address').fill('https://receiver.invalid/hook');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Add webhook' }).click();
    await expect(dialog.getByRole('alert')).toContainText('The host receiver.invalid could not be found.');
    await dialog.getByLabel('Address').fill('receiver');
    await dialog.getByRole('button', { name: 'Add webhook' }).click();
    await expect(dialog.getByRole('alert')).toContainText('begins with https://');
  });

  await test.step('it is added, and its secret is shown once', async () => {
    await dialog.getByLabel('Address').fill(receiver.url);
    await dialog.getByLabel('What it is for').fill('Chat of the support team');
    for (const name of ['A version was promoted to stable', 'Stable was rolled back']) {
      await dialog.getByLabel(name).uncheck();
    }
    await dialog.getByLabel('A prompt’s details were changed').check();
    await dialog.getByRole('button', { name: 'Add webhook' }).click();
    await expect(dialog).toContainText('The secret is shown only now');
    secret = await readSecret();
    expect(secret).toMatch(/^whsec_/);
    await expect(dialog.getByRole('figure', { name: 'TypeScript' })).toContainText('standardwebhooks');
    await page.keyboard.press('Escape');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(list).toContainText(`${host} · Chat of the support team`);
    await expect(page.locator('body')).not.toContainText(secret);
  });

  await test.step('a delivery that failed says why and when it is tried again', async () => {
    await rename('Support agent, renamed');
    await receiver.hasReceived(1);
    await list.getByRole('button').click();
    await expect(deliveries).toContainText('A prompt’s details were changed waiting');
    await expect(deliveries).toContainText('Something went wrong at the receiver.');
    await expect(deliveries).toContainText('next try');
    await expectAccessible(page);
  });

  await test.step('it is sent again at once, and arrives with a signature that holds', async () => {
    receiver.answer = 204;
    await deliveries.getByRole('button', { name: /^(Try now|Send again): A prompt/ }).click();
    await expect(deliveries).toContainText('A prompt’s details were changed delivered');
    const arrival = receiver.arrivals.at(-1);
    if (!arrival) throw new Error('Nothing has arrived.');
    expect(verifyArrival(secret, arrival).type).toBe('prompt.updated');
    await deliveries.getByRole('radio', { name: 'Failed' }).click();
    await expect(deliveries).toContainText('None is failed.');
  });

  await test.step('what it is told of can be changed, and changed back', async () => {
    await dialog.getByLabel('A version was saved').check();
    await dialog.getByRole('button', { name: 'Save changes' }).click();
    await expect(dialog.getByRole('button', { name: 'Save changes' })).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(list).toContainText('A version was saved');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(list).not.toContainText('A version was saved');
  });

  await test.step('it gets another secret; for a while both sign', async () => {
    await list.getByRole('button').click();
    await dialog.getByRole('button', { name: 'New secret' }).click();
    await expect(dialog).toContainText('For 24 hours');
    const rotated = await readSecret();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(dialog).toContainText('signed with the secret before as well');
    const before = receiver.arrivals.length;
    await rename('Support agent');
    await receiver.hasReceived(before + 1);
    const arrival = receiver.arrivals.at(-1);
    if (!arrival) throw new Error('Nothing has arrived.');
    for (const each of [secret, rotated]) expect(verifyArrival(each, arrival).type).toBe('prompt.updated');
  });

  await test.step('it is paused and goes on, then it is removed', async () => {
    await dialog.getByRole('button', { name: 'Pause' }).click();
    await page.keyboard.press('Escape');
    await expect(list).toContainText('paused');
    await list.getByRole('button').click();
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await expect(dialog.getByRole('button', { name: 'Pause' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect(dialog).toContainText('cannot be brought back');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Remove webhook' }).click();
    await expect(page.getByRole('heading', { name: 'No program is told of what happens' })).toBeVisible();
  });
  await receiver.close();
});
