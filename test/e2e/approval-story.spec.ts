import type { Page } from '@playwright/test';
import { expect, expectAccessible } from './support/fixtures.ts';
import { type Person, teamTest as test } from './support/team.ts';

const name = 'legal/refunds';
const title = 'Refunds';
const first =
  'Answer in {{locale}}.\n\nRefunds are paid within 30 days.\n\nNever promise anything.\n\nBe kind.\n\nBe brief.\n\nSign as the team.';

const main = (page: Page) => page.getByRole('main');
const notice = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });

async function openPrompt(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Prompt list' }).getByRole('link', { name: title }).click();
}

/** Replaces the whole text as a person does, and saves it. */
async function save(page: Page, text: string, note: string): Promise<void> {
  await page.getByRole('tab', { name: 'Edit', exact: true }).click();
  await page.getByRole('region', { name: 'Prompt text' }).getByRole('textbox').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Control+S');
  const dialog = page.getByRole('dialog', { name: /Save version/ });
  await dialog.getByLabel('Note').fill(note);
  await dialog.getByRole('button', { name: 'Save version' }).click();
  await expect(dialog).toBeHidden();
}

async function requestPromotion(page: Page, note: string): Promise<void> {
  await page.getByRole('tab', { name: 'Promotion' }).click();
  await page.getByRole('button', { name: 'Request promotion' }).click();
  const dialog = page.getByRole('dialog', { name: 'Request promotion' });
  await dialog.getByLabel('Note').fill(note);
  await dialog.getByRole('button', { name: 'Request promotion' }).click();
  await expect(dialog).toBeHidden();
}

async function openReview(page: Page, version: number): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: /^Reviews/ })
    .click();
  const row = page
    .getByRole('region', { name: 'Waiting for you' })
    .getByRole('link', { name: `v${version}` });
  await row.first().click();
  await expect(page.getByRole('region', { name: 'The change' })).toBeVisible();
}

/** Selects words on the screen with the mouse, as somebody who marks a passage does. */
async function selectWords(page: Page, words: string): Promise<void> {
  await page.getByRole('region', { name: 'Differences' }).getByText(words).first().waitFor();
  const ends = await page.getByRole('region', { name: 'Differences' }).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getBoundingClientRect();
      return { left: box.left, right: box.right, y: box.top + box.height / 2 };
    }
    return null;
  }, words);
  if (!ends) throw new Error(`“${words}” is not on the screen.`);
  await page.mouse.move(ends.left + 1, ends.y);
  await page.mouse.down();
  await page.mouse.move(ends.right - 1, ends.y, { steps: 6 });
  await page.mouse.up();
}

/** Notices of the browser, as it has them once another window is in front. */
async function noteSystemNotices({ context, page }: Person) {
  await context.grantPermissions(['notifications']);
  await page.evaluate(() => {
    const shown: Notification[] = [];
    document.hasFocus = () => false;
    globalThis.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        shown.push(this);
      }
    };
    Object.assign(globalThis, { shownNotices: shown });
  });
  const read = <Value>(run: (shown: Notification[]) => Value) =>
    page.evaluate(`(${run.toString()})(globalThis.shownNotices)`) as Promise<Value>;
  return {
    list: () => read((shown) => shown.map(({ title, body }) => `${title} | ${body}`)),
    clickNewest: () => read((shown) => void shown.at(-1)?.dispatchEvent(new Event('click'))),
  };
}

for (const engine of ['sqlite', 'postgres'] as const) {
  test(`four people bring exactly these words to production, and back (${engine})`, async ({ startTeam }) => {
    test.setTimeout(360_000);
    const team = await startTeam({ engine });
    const inputs = [
      { id: 'german', title: 'German customer', variables: { locale: 'German' }, checks: [] },
      { id: 'dutch', title: 'Dutch customer', variables: { locale: 'Dutch' }, checks: [] },
    ];
    await team.admin.call('createPrompt', { body: { name, title, content: first } });
    await team.admin.call('setTestInputs', { params: { name }, body: inputs });
    const colleague = await team.join('Rob Reviewer', 'reviewer');
    const application = await team.join('Shop', 'app');
    const fetchStable = async () =>
      (
        await application.call('resolvePrompt', {
          params: { name },
          body: { variables: { locale: 'German' } },
        })
      ).content;
    /** A colleague's promotion, with everything it takes. */
    const promoteMeanwhile = async (version: number, expectedStable: number | null) => {
      const { id } = await team.admin.call('requestPromotion', {
        params: { name },
        body: { version, expectedStable },
      });
      const { contentHash } = await team.admin.call('getVersion', { params: { name, version } });
      await colleague.call('reviewPromotion', { params: { id }, body: { decision: 'approve', contentHash } });
      await team.admin.call('applyPromotion', { params: { id } });
    };
    await promoteMeanwhile(1, null);
    expect(await fetchStable()).toContain('within 30 days');

    const ola = await team.open('Ola Owner', 'editor');
    const lena = await team.open('Lena Lawyer', 'reviewer');
    const pat = await team.open('Pat Promoter', 'promoter');
    const ada = await team.open('Ada Auditor', 'viewer');

    const notices = await noteSystemNotices(lena);
    await test.step('the owner saves a version and asks for its promotion', async () => {
      await openPrompt(ola.page);
      await save(ola.page, first.replace('within 30 days', 'within 14 days at most'), 'Faster refunds');
      await ola.page.getByRole('tab', { name: 'Promotion' }).click();
      await ola.page.getByRole('button', { name: 'Request promotion' }).click();
      const dialog = ola.page.getByRole('dialog', { name: 'Request promotion' });
      await expect(dialog).toContainText('A version becomes stable after 1 approval by reviewers.');
      await expect(dialog).toContainText('Lena Lawyer can approve');
      await expect(dialog).toContainText('1 sentence changed');
      await dialog.getByRole('button', { name: 'Run test inputs' }).click();
      await expect(dialog).toContainText('All 2 pass; all read differently from v1');
      await expect(dialog).toContainText('Nothing changes for applications yet.');
      await expectAccessible(ola.page);
      await dialog.getByLabel('Note').fill('Support wants this by Monday.');
      await dialog.getByRole('button', { name: 'Request promotion' }).click();
      await expect(notice(ola.page, 'is requested')).toBeVisible();
    });

    await test.step('the lawyer is told by the system, and a click leads to the review', async () => {
      await expect(lena.page.getByRole('link', { name: 'Reviews 1' })).toBeVisible();
      const told = 'v2 of Refunds waits for you | Ola Owner: Support wants this by Monday.';
      await expect.poll(notices.list).toEqual([told]);
      await notices.clickNewest();
      await expect(lena.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(main(lena.page)).toContainText('stable v1 → v2');
    });

    await test.step('the lawyer reads the finished text, speaks about a passage, and asks for changes', async () => {
      const change = lena.page.getByRole('region', { name: 'The change' });
      await expect(change).toContainText('Answer in German.');
      await expect(change).toContainText('Reads differently with 2 of 2 test inputs');
      await expect(change.getByRole('button', { name: /unchanged paragraphs/ })).toBeVisible();
      await expectAccessible(lena.page);
      await selectWords(lena.page, 'at most');
      await lena.page
        .getByRole('region', { name: 'The change' })
        .getByRole('button', { name: 'Comment' })
        .click();
      const word = lena.page.getByRole('region', { name: 'Your word' });
      await expect(word).toContainText('at most');
      await word.getByLabel('Comment').fill('Which law says 14?');
      await word.getByRole('button', { name: 'Comment' }).click();
      const said = lena.page.getByRole('region', { name: 'Discussion' });
      await expect(said).toContainText('Which law says 14?');
      // The comment stays with its words, in other views and with other values.
      const marked = change.locator('mark').filter({ hasText: 'at most' });
      await expect(marked).toBeVisible();
      await change.getByRole('radio', { name: 'Text', exact: true }).click();
      await expect(change).toContainText('Answer in {{locale}}.');
      await expect(marked).toBeVisible();
      await change.getByRole('radio', { name: 'Finished text' }).click();
      await change.getByLabel('Read with the values').selectOption({ label: 'Dutch customer' });
      await expect(change).toContainText('Answer in Dutch.');
      await expect(marked).toBeVisible();

      await word.getByRole('button', { name: 'Ask for changes' }).click();
      await expect(word).toContainText('Say what you mean');
      await word.getByLabel('Comment').fill('Say “calendar days”.');
      await word.getByRole('button', { name: 'Ask for changes' }).click();
      await expect(main(lena.page)).toContainText('Lena Lawyer asked for changes: “Say “calendar days”.”');
    });

    await test.step('the owner changes their mind: a new version, whose request takes the other’s place', async () => {
      await expect(ola.page.getByRole('article', { name: 'Promotion of v2' })).toContainText(
        'asked for changes',
      );
      await save(ola.page, first.replace('within 30 days', 'within 14 calendar days'), 'Calendar days');
      await expect(main(lena.page)).toContainText('Ola Owner saved v3');
      await requestPromotion(ola.page, 'As Lena asked.');
      await expect(ola.page.getByRole('article', { name: 'Promotion of v3' })).toBeVisible();
      await expect(ola.page.getByRole('article', { name: 'Promotion of v2' })).toBeHidden();
      await expect(main(lena.page)).toContainText(
        'This request was taken back. Ola Owner asked for v3 instead.',
      );
    });

    await test.step('the owner cannot approve, and is told why', async () => {
      await main(ola.page).getByRole('button', { name: 'Open review' }).click();
      await expect(ola.page.getByRole('region', { name: 'Your word' })).toContainText('You wrote v3');
      const approve = ola.page.getByRole('button', { name: 'Approve' });
      await expect(approve).toHaveAccessibleDescription(/^You wrote v3/);
      await approve.click({ force: true });
      await expect(ola.page.getByRole('region', { name: 'Discussion' })).not.toContainText('approved');
    });

    await test.step('the lawyer approves exactly this text, and a reload shows it again', async () => {
      await openReview(lena.page, 3);
      await expect(lena.page.getByRole('button', { name: 'Withdraw' })).toHaveAccessibleDescription(
        'Ola Owner asked for this, so Ola Owner or an administrator can withdraw it.',
      );
      const word = lena.page.getByRole('region', { name: 'Your word' });
      await expect(word).toContainText('You approve v3 exactly as Ola Owner saved it');
      await expect(word).toContainText('to replace stable v1.');
      await word.getByRole('button', { name: 'Approve' }).click();
      const said = lena.page.getByRole('region', { name: 'Discussion' });
      await expect(said).toContainText('Lena Lawyer approved v3');
      await lena.page.reload();
      await expect(said).toContainText('in place of stable v1.');
      await expect(main(ola.page)).toContainText('Nothing is missing: it can be promoted.');
    });

    await test.step('stable moves meanwhile: the approval is void, and the screens say why', async () => {
      await openReview(pat.page, 3);
      await expect(pat.page.getByRole('button', { name: 'Promote to stable' })).toBeVisible();
      await promoteMeanwhile(2, 1);
      for (const { page } of [lena, pat, ola]) {
        await expect(main(page)).toContainText('Stable has moved since this was asked for');
        await expect(main(page)).toContainText('promoted v2');
        await expect(main(page)).toContainText(
          'The approval by Lena Lawyer is void: it was for replacing stable v1.',
        );
      }
      await expect(pat.page.getByRole('button', { name: 'Promote to stable' })).toBeHidden();
      await expectAccessible(pat.page);
    });

    await test.step('a fresh request and a fresh approval, by keyboard alone', async () => {
      await main(ola.page).getByRole('button', { name: 'Ask again' }).click();
      const dialog = ola.page.getByRole('dialog', { name: 'Request promotion' });
      await expect(dialog).toContainText('v2 → v3');
      await dialog.getByRole('button', { name: 'Request promotion' }).click();
      await expect(dialog).toBeHidden();
      const { page } = lena;
      await expect(main(page)).toContainText('stable v2 → v3');
      await page.getByRole('region', { name: 'Differences' }).focus();
      await page.keyboard.press('F7');
      await page.keyboard.press('Control+Alt+C');
      await expect(page.getByRole('region', { name: 'Your word' })).toContainText('calendar');
      await page.keyboard.type('That is the word of the law.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('region', { name: 'Discussion' })).toContainText('the word of the law');
      await page.keyboard.press('Control+Shift+P');
      await page.getByRole('textbox', { name: 'Find a command or a prompt' }).fill('Approve');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('region', { name: 'Discussion' })).toContainText('in place of stable v2.');
    });

    await test.step('the promoter takes a last look and promotes; applications get the new text', async () => {
      const { page } = pat;
      await main(page).getByRole('button', { name: 'Promote to stable' }).click();
      const dialog = page.getByRole('dialog', { name: 'Promote to stable' });
      await expect(dialog).toContainText('Approved by Lena Lawyer.');
      await expect(dialog).toContainText(
        'Applications that ask for stable will get v3 from now on, instead of v2.',
      );
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Promote to stable' }).click();
      await expect(notice(page, 'v3 of Refunds is stable now')).toBeVisible();
      expect(await fetchStable()).toContain('within 14 calendar days');
      await expect(main(lena.page)).toContainText('v3 was promoted by Pat Promoter');
    });

    // The auditor asks to the second: v3 has to be stable for a whole one.
    const whileLive = new Date(Date.now() + 1_000);
    await expect.poll(() => Date.now()).toBeGreaterThan(whileLive.getTime() + 100);

    await test.step('the promoter rolls back with a reason; applications get the old text', async () => {
      const { page } = pat;
      await notice(page, 'v3 of Refunds is stable now').getByRole('button', { name: 'Undo' }).click();
      const dialog = page.getByRole('dialog', { name: 'Roll back' });
      await expect(dialog).toContainText('will get v2 from now on, instead of v3.');
      await dialog.getByLabel('Reason').fill('The press release is late');
      await dialog.getByRole('button', { name: 'Roll back' }).click();
      await expect(dialog).toBeHidden();
      await expect(main(page)).toContainText('Rolled back by Pat Promoter: The press release is late');
      expect(await fetchStable()).toContain('within 14 days at most');
      await expect(main(lena.page)).toContainText('stable has moved to v2.');
    });

    await test.step('the auditor asks what was active then, and who answers for it', async () => {
      const { page } = ada;
      await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Activity' }).click();
      await page.getByRole('button', { name: 'What was active on …' }).click();
      await page.getByRole('combobox', { name: 'Prompt' }).fill(title);
      await page.getByRole('option', { name: title, exact: true }).click();
      const local = new Date(whileLive.getTime() - whileLive.getTimezoneOffset() * 60_000);
      await main(page).getByLabel('Date and time').fill(local.toISOString().slice(0, 19));
      await expect(main(page)).toContainText('v3 of Refunds was stable.');
      await expect(main(page)).toContainText('within 14 calendar days');
      for (const person of ['Ola Owner', 'Lena Lawyer', 'Pat Promoter']) {
        await expect(main(page)).toContainText(person);
      }
    });
  });
}
