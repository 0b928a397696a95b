import type { Page } from 'playwright';
import { inTurn, press, run, type Screen } from './screen.ts';

const inText = (keys: readonly string[]) => async (page: Page) => {
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Prompt text' }).getByRole('textbox').focus();
  await page.keyboard.press('Control+Home');
  for (const key of keys) await page.keyboard.press(key);
};

const inVariables = (name: string) => async (page: Page) => {
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Variables' }).getByRole('button', { name }).first().click();
};

const selectDear = Array<string>(4).fill('Shift+ArrowRight');

/** What there is to see while a prompt is written. It leaves the prompt as it was, and on its Edit tab. */
export const editingScreens: readonly Screen[] = [
  {
    name: 'problems',
    open: async (page) => {
      await inText([])(page);
      await page.keyboard.type('Dear {{ first name }}, {{custmer and {{Locale}}.\n');
      await page.getByRole('button', { name: '3 problems' }).click();
    },
  },
  { name: 'problem-at-its-place', open: inText(['F8', 'F8']) },
  { name: 'make-variable', open: inText([...selectDear, 'Control+Shift+M']) },
  {
    name: 'rename-variable',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '3 problems' }).click();
      await page.getByRole('region', { name: 'Prompt text' }).locator('.prompt-variable').nth(1).click();
      await page.keyboard.press('F2');
    },
  },
  {
    name: 'text-menu',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page
        .getByRole('region', { name: 'Prompt text' })
        .locator('.prompt-variable')
        .nth(1)
        .click({ button: 'right' });
    },
  },
  { name: 'completion', open: (page) => inText(['{', '{'])(page) },
  {
    name: 'proofread',
    open: async (page) => {
      // The paragraph with the problems has been shown.
      await inText(['Shift+ArrowDown', 'Delete', 'Control+Alt+x'])(page);
    },
  },
  {
    name: 'find-and-replace',
    open: inTurn(press('Done'), inText(['Control+h'])),
  },
  {
    name: 'variable-hover',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('region', { name: 'Prompt text' }).locator('.prompt-variable').nth(1).hover();
    },
  },
  { name: 'more', open: press('More about Support agent') },
  { name: 'edit-variable', open: inVariables('Edit variable locale') },
  { name: 'add-variable', open: inVariables('Add variable') },
  {
    name: 'save-values',
    open: async (page) => {
      await inVariables('More for these values')(page);
      await page.getByRole('menuitem', { name: 'Save these values as…' }).click();
    },
  },
  {
    name: 'preview-compared',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Compare with stable' }).click();
    },
  },
  {
    name: 'rename-title',
    open: async (page) => {
      await page.getByRole('button', { name: 'Compare with stable' }).click();
      await run('Rename')(page);
    },
  },
  { name: 'details', open: run('Edit details') },
  { name: 'duplicate', open: run('Duplicate') },
  { name: 'shortcuts', open: run('Keyboard shortcuts') },
  { name: 'export', open: run('Export everything') },
  { name: 'import', open: run('Import prompts') },
  {
    name: 'import-paste',
    open: async (page) => {
      await page.getByRole('radio', { name: 'Pasted text' }).click();
      await page.getByRole('textbox', { name: 'Text' }).fill('Answer in three sentences.\n');
    },
  },
  {
    name: 'import-from-a-registry',
    open: (page) => page.getByRole('radio', { name: 'Another registry' }).click(),
  },
  {
    name: 'import-review',
    open: async (page) => {
      const table =
        'title,prompt\nInterviewer,"Ask about {Position} and [TOPIC]."\nRefund policy,"A text."\nNothing,\n';
      await page.getByRole('radio', { name: 'Files or a folder' }).click();
      const file = { name: 'prompts.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
      await page.getByLabel('Files to import').setInputFiles(file);
    },
  },
  { name: 'tour', open: run('Show the tour') },
  {
    name: 'search',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox', { name: 'Search prompts' }).fill('refund');
    },
  },
  {
    name: 'search-nothing',
    open: (page) => page.getByRole('searchbox', { name: 'Search prompts' }).fill('zebra'),
  },
  {
    name: 'edit-again',
    open: async (page) => {
      await page.getByRole('searchbox', { name: 'Search prompts' }).fill('');
      await page
        .getByRole('link', { name: /Support agent/ })
        .first()
        .click();
    },
  },
];
