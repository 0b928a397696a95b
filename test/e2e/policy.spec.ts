import { callAsAdmin, expect, expectAccessible, test } from './support/fixtures.ts';

const standard = {
  requiredApprovals: 1,
  reviewerRoles: ['reviewer'],
  authorMayApprove: false,
  requirePassingTests: false,
};

test('an administrator changes the policy in sentences, and sees before what that does', async ({
  app,
  dataFolder,
  page,
}) => {
  expect(app.process.exitCode).toBeNull();
  const call = async (method: string, path: string, body: object, key?: string) => {
    const response = await callAsAdmin(dataFolder, method, path, body, key);
    expect(response.ok, `${method} ${path}: ${response.status}`).toBe(true);
    return response.json();
  };
  const join = async (name: string, role: string) => {
    const { id } = await call('POST', '/members', { name, roles: [role] });
    return (await call('POST', `/members/${id}/keys`, { name: 'test' })).secret as string;
  };
  const policy = page.getByRole('form', { name: 'Policy' });
  const approvals = policy.getByRole('textbox', { name: 'Approvals' });
  const save = policy.getByRole('button', { name: 'Save policy' });

  await test.step('Rosa has approved what Emil asked for', async () => {
    await expect(page.getByRole('navigation', { name: 'Prompt list' }).getByRole('link')).toHaveCount(6);
    const [emil, rosa] = [await join('Emil', 'editor'), await join('Rosa', 'reviewer')];
    await call('PUT', '/policy', standard);
    const prompt = '/prompts/support-agent';
    const { latest, stable } = await (await callAsAdmin(dataFolder, 'GET', `${prompt}/details`)).json();
    const wish = { version: latest, expectedStable: stable };
    const { id } = await call('POST', `${prompt}/promotions`, wish, emil);
    const version = await (await callAsAdmin(dataFolder, 'GET', `${prompt}/versions/${latest}`)).json();
    const review = { decision: 'approve', contentHash: version.contentHash };
    await call('POST', `/promotions/${id}/reviews`, review, rosa);
  });

  await test.step('the policy is found in Settings, and stands there as it is', async () => {
    await page.goto(`${app.origin}/#/settings/policy`);
    await expect(policy).toContainText('A version becomes stable after');
    await expect(approvals).toHaveValue('1');
    await expect(policy.getByText('Who may approve now')).toContainText('Rosa');
    await expect(save).toBeHidden();
    await expectAccessible(page);
  });

  await test.step('more approvals than there are people are warned of', async () => {
    await approvals.fill('3');
    await expect(policy).toContainText('No version could become stable.3 approvals are asked for');
    await expect(policy).toContainText('2 approvals by a reviewer are missing.');
    await expect(policy).toContainText('Of 1 open request, 1 changes');
    await expectAccessible(page);
  });

  await test.step('an approval that would be void is named', async () => {
    await approvals.fill('1');
    await expect(save).toBeHidden();
    await policy.getByRole('checkbox', { name: 'promoters' }).check();
    await policy.getByRole('checkbox', { name: 'reviewers' }).uncheck();
    await expect(policy).toContainText('The approval of Rosa would be void.');
    // Somebody has to be left who approves.
    await policy.getByRole('checkbox', { name: 'promoters' }).click();
    await expect(policy.getByRole('checkbox', { name: 'promoters' })).toBeChecked();
  });

  await test.step('what was begun is kept, and a change by somebody else is shown', async () => {
    await policy.getByLabel('Reason').fill('Release owners answer for what is live.');
    await page.getByRole('link', { name: 'Editor', exact: true }).click();
    await page.getByRole('link', { name: 'Policy', exact: true }).click();
    await expect(policy.getByLabel('Reason')).toHaveValue('Release owners answer for what is live.');
    await call('PUT', '/policy', { ...standard, requirePassingTests: true });
    await expect(policy).toContainText('Somebody else changed the policy in the meantime');
    await expect(policy).toContainText('Test inputs must pass.');
  });

  await test.step('it is saved with its reason, and can be taken back', async () => {
    await save.click();
    await expect(save).toBeHidden();
    const newest = async () => {
      const path = '/events?type=policy.changed&order=newest&limit=1';
      return (await (await callAsAdmin(dataFolder, 'GET', path)).json()).items[0].data;
    };
    expect(await newest()).toMatchObject({
      after: { reviewerRoles: ['promoter'], requirePassingTests: false },
      reason: 'Release owners answer for what is live.',
    });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(policy.getByRole('checkbox', { name: 'reviewers' })).toBeChecked();
    await expect(policy.getByLabel('Test inputs')).toHaveValue('must');
  });

  await test.step('a prompt gets a policy of its own, by a command', async () => {
    await page.goto(`${app.origin}/#/prompts/support-agent/promotion`);
    const shown = page.getByRole('region', { name: 'Policy' });
    await expect(shown).toContainText('the same as the registry’s');
    await page.keyboard.press('Control+Shift+P');
    await page.getByRole('textbox', { name: 'Find a command or a prompt' }).fill('policy of this prompt');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Policy of Support agent' });
    await dialog.getByRole('radio', { name: 'Its own' }).click();
    await dialog.getByRole('textbox', { name: 'Approvals' }).fill('0');
    await expect(dialog).toContainText('The open request stays as it is.');
    await dialog.getByLabel('Test inputs').selectOption('need not');
    await expect(dialog).toContainText('It would be ready to be promoted.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Save policy' }).click();
    await expect(dialog).toBeHidden();
    await expect(shown).toContainText('of this prompt alone');
    await expect(shown).toContainText('A version becomes stable without an approval.');
  });

  await test.step('Settings list it, and lead to it', async () => {
    await page.goto(`${app.origin}/#/settings/policy`);
    const own = page.getByRole('region', { name: 'Prompts with a policy of their own' });
    await expect(own.getByRole('listitem')).toHaveText(
      /Support agent.*without an approval\. Test inputs need not pass\./,
    );
    await expectAccessible(page);
    await own.getByRole('link', { name: 'Support agent' }).click();
    await expect(page.getByRole('region', { name: 'Policy' })).toContainText('of this prompt alone');
  });

  await test.step('and follows the registry’s again', async () => {
    await page.getByRole('button', { name: 'Change the policy of this prompt' }).click();
    const dialog = page.getByRole('dialog', { name: 'Policy of Support agent' });
    await dialog.getByRole('radio', { name: 'Same as the registry' }).click();
    await expect(dialog).toContainText('Test inputs must pass.');
    await dialog.getByRole('button', { name: 'Save policy' }).click();
    await expect(page.getByRole('region', { name: 'Policy' })).toContainText('the same as the registry’s');
    await page.goto(`${app.origin}/#/settings/policy`);
    await expect(page.getByText('All prompts follow the policy above.')).toBeVisible();
  });
});
