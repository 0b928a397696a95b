import type { Page } from 'playwright';
import { modelKey } from '../test/support/model-server.ts';
import { callAsAdministrator, letColleaguesWork } from './let-colleagues-work.ts';
import { closeDialog, inTurn, openPrompt, openTab, openView, press, run, type Screen } from './screen.ts';

const prompt = { name: 'support-agent' };
const openSupportAgent = openPrompt('Support agent');

const openReview = (name: RegExp) => (page: Page) =>
  page.getByRole('main').getByRole('link', { name }).first().click();

const inDialog = (name: string) => (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** What there is to see once colleagues work in the same registry: requests, reviews, test inputs, webhooks. */
export const teamScreens: readonly Screen[] = [
  {
    name: 'reviews-waiting',
    showsNotices: true,
    open: async (page, { dataFolder }) => {
      await openSupportAgent(page);
      await openTab('Edit')(page);
      const discard = page.getByRole('button', { name: 'Discard draft' });
      if (await discard.isVisible()) await discard.click();
      await letColleaguesWork(dataFolder);
      await openView('Reviews')(page);
    },
  },
  { name: 'review', open: openReview(/Support agent v3 → v5/) },
  { name: 'review-to-decide', open: inTurn(openView('Reviews'), openReview(/Refund policy/)) },
  {
    name: 'review-side-by-side',
    open: (page) => page.getByRole('radio', { name: 'Side by side' }).click(),
  },
  { name: 'review-approved', open: press('Approve') },
  { name: 'promote-approved', open: press('Promote to stable') },
  { name: 'promotion-requested', open: inTurn(openSupportAgent, openTab('Promotion')) },
  {
    name: 'request-promotion',
    open: inTurn(openPrompt('Incident handbook'), openTab('Promotion'), press('Request promotion')),
  },
  { name: 'policy-of-a-prompt', open: run('Change the policy of this prompt') },
  {
    name: 'policy-of-its-own',
    open: (page) => page.getByRole('radio', { name: 'Its own' }).click(),
  },
  {
    name: 'test-inputs',
    open: async (page) => {
      await openSupportAgent(page);
      await openTab('Test inputs')(page);
      await page.getByRole('region', { name: 'Table of test inputs' }).waitFor();
    },
  },
  { name: 'test-results', open: (page) => page.getByRole('radio', { name: 'Results' }).click() },
  {
    name: 'history-picture-table',
    open: async (page) => {
      await openTab('History')(page);
      await page.getByRole('button', { name: 'Table', exact: true }).click();
    },
  },
  {
    name: 'activity-filtered',
    open: async (page) => {
      await openView('Activity')(page);
      await page.getByLabel('Kind').selectOption({ index: 1 });
    },
  },
  {
    name: 'add-registry',
    open: async (page) => {
      await run('Add a registry')(page);
      await page.getByLabel('Address').fill('http://127.0.0.1:9');
      await page.getByLabel('Key', { exact: true }).fill('pf_some_key');
      await page.getByRole('dialog').getByLabel('Name').fill('Nowhere');
      await inDialog('Connect')(page);
    },
  },
  {
    name: 'settings-members-of-a-team',
    open: inTurn(openView('Settings'), openView('Members and keys')),
  },
  {
    name: 'member',
    open: (page) => page.getByRole('main').getByRole('button', { name: /Rosa/ }).first().click(),
  },
  { name: 'revoke-key', open: press(/^Revoke/) },
  {
    name: 'key-handover',
    open: async (page) => {
      await closeDialog(page);
      await closeDialog(page);
      await press('Add member')(page);
      await page.getByRole('dialog').getByLabel('Name').fill('Lena Vogt');
      await inDialog('Add member')(page);
    },
  },
  { name: 'settings-policy-of-a-team', open: inTurn(closeDialog, press('Done'), openView('Policy')) },
  {
    name: 'policy-changed',
    open: (page) => page.getByRole('textbox', { name: 'Approvals' }).fill('2'),
  },
  { name: 'settings-webhooks-of-a-team', open: openView('Webhooks') },
  {
    name: 'webhook',
    open: (page) => page.getByRole('list', { name: 'Webhooks' }).getByRole('button').first().click(),
  },
  { name: 'webhook-secret', open: press('New secret') },
  { name: 'settings-model', open: inTurn(press('Done'), openView('Model')) },
  {
    name: 'ask-the-model',
    open: async (page, { model }) => {
      await page.getByLabel('Address of the model').fill(model.address);
      await page.getByLabel('Name of the model').fill('echo');
      await page.getByLabel('Received').fill('10');
      await page.getByLabel('Sent', { exact: true }).fill('2.5');
      await page.getByLabel('Key of the model').fill(modelKey);
      await press('Keep key')(page);
      await page.getByText('A key is kept.').waitFor();
      await openSupportAgent(page);
      await openTab('Test inputs')(page);
      await page.getByRole('radio', { name: 'Results' }).click();
      await press('Ask the model')(page);
    },
  },
  { name: 'answers', open: press(/^Send \d+ texts/) },
  {
    name: 'saved-since',
    open: async (page, { dataFolder }) => {
      await openTab('Edit')(page);
      await page.getByRole('region', { name: 'Prompt text' }).getByRole('textbox').focus();
      await page.keyboard.press('Control+Home');
      for (let time = 0; time < 2; time += 1) await page.keyboard.press('End');
      await page.keyboard.type(' Always be warm.');
      await page.getByRole('contentinfo').getByText('Draft saved').waitFor();
      const admin = callAsAdministrator(dataFolder);
      const { latest } = await admin.call('getDetails', { params: prompt });
      const { content } = await admin.call('getVersion', { params: { ...prompt, version: latest } });
      await admin.call('saveVersion', {
        params: prompt,
        body: { content: content.replace('\n', ' Never be late.\n'), baseVersion: latest, note: 'Punctual' },
      });
      await page.getByRole('main').getByText('saved v6').waitFor();
    },
  },
  {
    name: 'merge',
    open: async (page) => {
      await press('Save version')(page);
      await inDialog('Save version')(page);
      await page.getByRole('dialog', { name: 'Merge both texts' }).waitFor();
    },
  },
];
