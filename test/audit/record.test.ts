import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditQuestion, AuditRecord } from '#core/contract/audit-shapes.ts';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import { createRegistryClient } from '#main/registry-client/registry-client.ts';
import { collectAudit } from '#main/workspace/collect-audit.ts';
import { findAnswer } from '#renderer/features/audit/describe-answer.ts';
import { formatRecord } from '#renderer/features/audit/record/format-record.ts';
import { verificationRecipe } from '#renderer/features/audit/record/verification-recipe.ts';
import { type AuditStory, nastyText, playAuditStory } from '../support/audit-story.ts';
import { findBrokenEvent } from '../support/event-chain.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

let story: AuditStory;
const folder = makeTemporaryFolder();
beforeAll(async () => {
  story = await playAuditStory();
});
afterAll(async () => {
  await story.registry.remove();
  folder.remove();
});

const moment = '2026-03-03T14:00:00.000Z';
const ask = (question: Partial<AuditQuestion> = {}): Promise<AuditRecord> => {
  const { registry, auditor, prompt } = story;
  const client = createRegistryClient(registry.address, auditor.key);
  return collectAudit(client, prompt, { since: moment, until: moment, proof: 'entries', ...question });
};
const at = (time: string) => ask({ since: time, until: time, proof: 'none' });
const write = (record: AuditRecord) => formatRecord({ record, registryName: 'Team <one>', values: null });

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#13;': '\r',
};
const decode = (source: string) => source.replace(/&[^;]*;/g, (entity) => entities[entity] ?? '?');

/** The entries of a page, from the page alone. */
function readEntries(page: string): { event: Omit<RegistryEvent, 'hash'>; source: string; hash: string }[] {
  return [...page.matchAll(/<pre data-seq="\d+" data-hash="([0-9a-f]{64})">([^<]*)<\/pre>/g)].map(
    ([, hash = '', source = '']) => ({ event: JSON.parse(decode(source)), source: decode(source), hash }),
  );
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('what was active', () => {
  it.each([
    ['2026-02-27T00:00:00.000Z', { kind: 'not-created' }],
    ['2026-03-02T09:59:59.999Z', { kind: 'nothing' }],
    ['2026-03-02T10:00:00.000Z', { kind: 'served', version: 1 }],
    ['2026-03-03T13:00:00.000Z', { kind: 'served', version: 2 }],
    ['2026-03-05T08:00:00.000Z', { kind: 'served', version: 1 }],
    ['2036-03-05T08:00:00.000Z', { kind: 'future' }],
  ])('is known for %s', async (time, answer) => {
    expect(findAnswer(await at(time), '2030-01-01T00:00:00.000Z')).toEqual(answer);
  });

  it('comes with what was before and after, and who decided with which words', async () => {
    const { intervals, next, firstPromotion } = await at(moment);
    expect(intervals).toHaveLength(1);
    expect(intervals[0]?.promotion).toMatchObject({
      candidate: { version: 2, content: nastyText, note: 'Calmer' },
      baseline: { version: 1, content: 'No refunds.' },
      reviews: [{ decision: 'approve', comment: 'Exactly what the terms say.' }],
      comments: [{ text: 'Is that so?', quote: 'quotes' }],
    });
    expect(next).toMatchObject({
      version: 1,
      promotion: { kind: 'rollback', note: 'Customers were confused' },
    });
    expect(firstPromotion).toMatchObject({ version: 1, since: '2026-03-02T10:00:00.000Z' });
  });

  it('has every stretch that a period touches', async () => {
    const { intervals } = await ask({ since: '2026-03-02T12:00:00.000Z', until: '2026-03-05T09:00:00.000Z' });
    expect(intervals.map(({ interval }) => interval.version)).toEqual([1, 2, 1]);
    expect(
      (await ask({ since: '2026-02-01T00:00:00.000Z', until: '2026-02-02T00:00:00.000Z' })).intervals,
    ).toEqual([]);
  });
});

describe('the record', () => {
  let page: string;
  beforeAll(async () => {
    page = write(await ask());
  });

  it('answers the question in words', () => {
    expect(page).toContain('v2 of Refunds &amp; &lt;more&gt; was stable.');
    for (const words of ['Exactly what the terms say.', 'Is that so?', 'Calmer', 'Customers were confused']) {
      expect(page).toContain(words);
    }
    expect(page).toContain('for exactly this text, byte for byte');
    expect(page).toContain('A version becomes stable after 1 approval by reviewers.');
    expect(page).toContain('viewer 4');
  });

  it('says of each test input what came of it before the promotion, and nothing of later runs', () => {
    expect(page).toContain('0 of 2 pass.');
    expect(page).toContain('Ada &lt;i&gt;');
    expect(page).toContain('<strong>Passed:</strong> contains “&lt;b&gt;Ada&lt;/b&gt; &amp;”.');
    expect(page).toContain(
      `<strong>Failed:</strong> has at most 10 characters. The text has 72 characters, 62 too many.`,
    );
    expect(page).toContain('<strong>Failed.</strong> These variables need a value: name.');
    expect(page).toContain('not all passed, run by editor 1');
    const boxes = [...page.matchAll(/data-of="the results[^"]*" data-fingerprint="([^"]*)">([^<]*)<\/pre>/g)];
    expect(boxes).toHaveLength(1);
    const [, fingerprint, source = ''] = boxes[0] ?? [];
    expect(`sha256:${sha256(decode(source))}`).toBe(fingerprint);
    expect(JSON.parse(decode(source))[0]).toMatchObject({
      input: { title: 'Ada <i>', variables: { name: '<b>Ada</b>' } },
      candidate: { passed: false, checks: [{ passed: true }, { passed: false }] },
      baseline: { passed: false },
    });
    const finished = readEntries(page).find(({ event }) => event.type === 'evaluation.finished');
    expect(finished?.event.data.outcomesHash).toBe(fingerprint);
  });

  it('needs nothing else, and runs nothing', () => {
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed|form|base)\b/i);
    expect(page).not.toMatch(/\son\w+=|javascript:|url\(|@import|src=|href=/i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toContain('<b>');
    expect(page).not.toContain('<one>');
  });

  it('has the text to the byte', () => {
    const source =
      /<pre class="text" data-version="2" data-of="[^"]*" data-fingerprint="(sha256:[0-9a-f]+)">\n([^<]*)<\/pre>/.exec(
        page,
      );
    expect(decode(source?.[2] ?? '')).toBe(nastyText);
    expect(source?.[1]).toBe(`sha256:${sha256(nastyText)}`);
  });

  it('proves its entries with nothing but the file', () => {
    const entries = readEntries(page);
    expect(entries.length).toBeGreaterThan(8);
    let last: (typeof entries)[number] | null = null;
    for (const entry of entries) {
      expect(sha256(entry.source)).toBe(entry.hash);
      if (last && entry.event.seq === last.event.seq + 1) expect(entry.event.previousHash).toBe(last.hash);
      last = entry;
    }
    const approval = entries.find(({ event }) => event.type === 'promotion.reviewed' && event.version === 2);
    expect(approval?.event.data.contentHash).toBe(`sha256:${sha256(nastyText)}`);
    expect(page).toContain('about other things');
  });

  it('has the whole chain where that is wanted', async () => {
    const whole = write(await ask({ proof: 'whole-log' }));
    const entries = readEntries(whole);
    expect(findBrokenEvent(entries.map(({ event, hash }) => ({ ...event, hash })))).toBeNull();
    const head = /<code id="head">(\d+):([0-9a-f]{64})<\/code>/.exec(whole);
    expect(head?.slice(1)).toEqual([String(entries.length), entries.at(-1)?.hash]);
    expect(whole).not.toContain('about other things');
  });

  it('is checked by the program that it shows', async () => {
    const python = promisify(execFile);
    const hasPython = await python('python3', ['--version']).then(
      () => true,
      () => false,
    );
    if (!hasPython) return;
    const [program, file] = [join(folder.path, 'verify.py'), join(folder.path, 'record.html')];
    const shown = /<pre class="recipe">\n([^<]*)<\/pre>/.exec(page)?.[1] ?? '';
    writeFileSync(program, decode(shown));
    expect(decode(shown)).toBe(verificationRecipe);
    const check = (text: string) => {
      writeFileSync(file, text);
      return python('python3', [program, file]);
    };
    expect((await check(page)).stdout).toMatch(
      /^\d+ entries and 2 texts and results checked: all as they were written/,
    );
    const [entry] = readEntries(page);
    const forged = page.replace(`data-hash="${entry?.hash}"`, `data-hash="${'0'.repeat(64)}"`);
    await expect(check(forged)).rejects.toMatchObject({ code: 1 });
    await expect(check(page.replace('&lt;script&gt;', '&lt;Script&gt;'))).rejects.toMatchObject({ code: 1 });
    const [box = '', results = ''] =
      /data-of="the results[^"]*" data-fingerprint="[^"]*">([^<]*)/.exec(page) ?? [];
    const better = results.replace('&quot;passed&quot;:false', '&quot;passed&quot;:true');
    const named = `="sha256:${sha256(decode(better))}"`;
    for (const forgery of [
      box.replace(results, better),
      // Not even where the fingerprint is forged as well: no entry names it.
      box.replace(results, better).replace(/(?<=fingerprint)="[^"]*"/, named),
    ]) {
      await expect(check(page.replace(box, forgery))).rejects.toMatchObject({
        stdout: expect.stringContaining('NOT as written: the results of the test inputs with v2'),
      });
    }
    await expect(check(page.replace('Calmer&quot;', 'Harder&quot;'))).rejects.toMatchObject({ code: 1 });
  });

  it('is described with the same program', () => {
    const guide = readFileSync(new URL('../../docs/audit-record.md', import.meta.url), 'utf8');
    expect(guide).toContain(verificationRecipe);
  });
});
