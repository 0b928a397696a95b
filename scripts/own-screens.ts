import type { Page } from 'playwright';
import { editingScreens } from './editing-screens.ts';
import { closeDialog, inTurn, openPrompt, openTab, openView, press, run, type Screen } from './screen.ts';

/** What a person alone in the sandbox meets, in that order. */
export const ownScreens: readonly Screen[] = [
  { name: 'prompts', open: async () => undefined },
  { name: 'edit', open: writeIntoSupportAgent },
  ...editingScreens,
  { name: 'save-version', open: press('Save version') },
  {
    name: 'use-in-code',
    open: inTurn(closeDialog, press('Use in code')),
  },
  {
    name: 'compare',
    open: inTurn(closeDialog, openTab('Compare')),
  },
  {
    name: 'compare-inline',
    open: (page) => page.getByRole('radio', { name: 'Inline' }).click(),
  },
  {
    name: 'compare-lines',
    open: (page) => page.getByRole('radio', { name: 'Lines' }).click(),
  },
  {
    name: 'earlier-drafts',
    open: async (page) => {
      await openTab('Edit')(page);
      await openEarlierDrafts(page);
    },
  },
  {
    name: 'history',
    open: inTurn(closeDialog, openTab('History')),
  },
  {
    name: 'history-two-marked',
    open: async (page) => {
      for (const version of [5, 3]) await page.getByLabel(`Mark v${version} to compare`).check();
    },
  },
  { name: 'test-inputs-of-a-sample', open: openTab('Test inputs') },
  { name: 'promotion', open: openTab('Promotion') },
  { name: 'promote', open: press('Promote to stable') },
  {
    name: 'roll-back',
    open: inTurn(closeDialog, press('Roll back')),
  },
  {
    name: 'reviews',
    open: openView('Reviews'),
  },
  { name: 'activity', open: openView('Activity') },
  { name: 'verify', open: press('Verify the log') },
  {
    name: 'what-was-active',
    open: async (page) => {
      await closeDialog(page);
      await press('What was active on')(page);
      await page.getByRole('combobox', { name: 'Prompt' }).fill('Support agent');
      await page.getByRole('option', { name: 'Support agent' }).click();
      await page.getByLabel('Date and time').fill(await readLocalTime(page));
    },
  },
  {
    name: 'audit-record',
    open: async (page) => {
      await press('Save or print the record')(page);
      await press('Make the record')(page);
      await page.locator('iframe').waitFor();
    },
  },
  { name: 'audit-record-page', open: showRecordAlone },
  { name: 'settings', open: inTurn((page) => page.goBack(), openView('Settings')) },
  { name: 'settings-editor', open: openView('Editor') },
  { name: 'settings-machine', open: openView('This machine') },
  { name: 'settings-offline', open: openView('Offline') },
  { name: 'settings-members', open: openView('Members and keys') },
  { name: 'add-member', open: press('Add member') },
  {
    name: 'settings-policy',
    open: openView('Policy'),
  },
  { name: 'settings-webhooks', open: openView('Webhooks') },
  { name: 'add-webhook', open: press('Add webhook') },
  {
    name: 'list-options',
    open: inTurn(closeDialog, press('Sort and filter')),
  },
  {
    name: 'new-prompt',
    open: inTurn(closeDialog, press('New prompt')),
  },
  {
    name: 'palette',
    open: async (page) => {
      await closeDialog(page);
      await page.keyboard.press('Control+Shift+P');
    },
  },
];

/** Now, as a field for date and time takes it. */
function readLocalTime(page: Page): Promise<string> {
  return page.evaluate(() => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  });
}

async function writeIntoSupportAgent(page: Page): Promise<void> {
  await openPrompt('Support agent')(page);
  const variables = page.getByRole('region', { name: 'Variables' });
  await variables.getByLabel('locale').selectOption('de');
  await variables.getByLabel('tier').selectOption('pro');
  await page.getByRole('region', { name: 'Prompt text' }).getByRole('textbox').focus();
  await page.keyboard.press('Control+Home');
  for (let line = 0; line < 2; line += 1) await page.keyboard.press('ArrowDown');
  // The first End goes to the end of the line on the screen, the second to the end of the paragraph.
  for (let press = 0; press < 2; press += 1) await page.keyboard.press('End');
  await page.keyboard.type(' Be brief.');
}

/** So much goes at once here that what was there before is kept. */
async function openEarlierDrafts(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Prompt text' }).getByRole('textbox').focus();
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.press('Delete');
  await page.getByRole('contentinfo').getByText('Draft saved').waitFor();
  await page.waitForTimeout(500);
  await run('Earlier drafts')(page);
}

/** The page that is saved or printed, as whoever receives it opens it. */
async function showRecordAlone(page: Page): Promise<void> {
  const record = (await page.locator('iframe').getAttribute('srcdoc')) ?? '';
  await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(record)}`);
}
