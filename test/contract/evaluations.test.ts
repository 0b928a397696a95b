import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WantedEvaluation, WantedTestInputs } from '#core/contract/test-shapes.ts';
import { defaultPolicy } from '#core/domain/promotion.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

type Member = Awaited<ReturnType<TestRegistry['join']>>;

const standard = { ...defaultPolicy, reviewerRoles: [...defaultPolicy.reviewerRoles] };
let registry: TestRegistry;
let editor: Member;
let reviewer: Member;
let number = 0;
let params = { name: '' };

beforeAll(async () => {
  registry = await startTestRegistry();
  editor = await registry.join('editor', 'promoter');
  reviewer = await registry.join('reviewer');
});
afterAll(() => registry.remove());

beforeEach(async () => {
  number += 1;
  params = { name: `tested-${number}` };
  const variables = [{ name: 'tier', type: 'choice' as const, choices: ['free', 'pro'], required: true }];
  const content = 'Hello {{name}}, you have {{tier}}.';
  await editor.call('createPrompt', { body: { ...params, content, variables } });
  const body = { content: '{"hello": "{{name}}"}', variables: [], baseVersion: 1 };
  await editor.call('saveVersion', { params, body });
});

const setInputs = (body: readonly object[]) =>
  editor.call('setTestInputs', { params, body: body as WantedTestInputs });
const evaluate = (body: Partial<WantedEvaluation>) => editor.call('evaluate', { params, body });
const ada = (checks: readonly object[]) => [
  { title: 'Ada', variables: { name: 'Ada', tier: 'pro' }, checks },
];

describe('test inputs', () => {
  it('are kept in their order, and get an id', async () => {
    expect(await editor.call('getTestInputs', { params })).toEqual([]);
    const checks = [{ kind: 'contains', value: 'Ada' }, { kind: 'is-json' }];
    const stored = await setInputs([
      { id: 'long', title: 'Long', variables: { name: 'x'.repeat(1_000), tier: 'free', count: 3, on: true } },
      ...ada(checks),
    ]);
    expect(stored).toMatchObject([
      { id: 'long', title: 'Long', checks: [] },
      { title: 'Ada', checks },
    ]);
    expect(stored[1]?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await registry.admin.call('getTestInputs', { params })).toEqual(stored);
    const query = { prompt: params.name, type: 'prompt.updated', order: 'newest' } as const;
    const events = async () => (await editor.call('listEvents', { query })).items;
    const [event, ...before] = await events();
    expect(before).toEqual([]);
    expect(event?.data.testInputs).toEqual(stored.map(({ id, title }) => ({ id, title })));
    expect(await setInputs(stored)).toEqual(stored);
    expect(await events()).toHaveLength(1);
    expect(await setInputs([])).toEqual([]);
  });

  it('are replaced only where they are what they were made from, for whoever says so', async () => {
    const path = `/prompts/${params.name}/test-inputs`;
    const put = (body: unknown, ifMatch?: string) =>
      editor.send('PUT', path, { body, ...(ifMatch ? { headers: { 'if-match': ifMatch } } : {}) });
    const first = await editor.send('GET', path);
    const empty = first.headers.get('etag') ?? '';
    expect(empty).toMatch(/^"[0-9a-f]{64}"$/);
    const headers = { 'if-none-match': empty };
    expect((await editor.send('GET', path, { headers })).status).toBe(304);
    const [one, other] = await Promise.all([
      put([{ id: 'a', title: 'A' }], empty),
      put([{ id: 'b', title: 'B' }], empty),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
    const [stored, refused] = one.status === 200 ? [one, other] : [other, one];
    const list = await stored.json();
    expect(await refused.json()).toMatchObject({ code: 'precondition-failed', testInputs: list });
    expect(await editor.call('getTestInputs', { params })).toEqual(list);
    const tag = stored.headers.get('etag') ?? '';
    expect((await editor.send('GET', path)).headers.get('etag')).toBe(tag);
    expect((await put([{ id: 'c', title: 'C' }], `"none", ${tag}`)).status).toBe(200);
    expect((await put([], `W/${tag}`)).status).toBe(412);
    expect((await put([], '*')).status).toBe(200);
    expect((await put([{ id: 'd', title: 'D' }])).status).toBe(200);
  });

  it.each([
    ['a pattern that is none', [{ kind: 'matches', value: '(' }], '0.checks.0.value'],
    ['a kind that is none', [{ kind: 'sounds-nice' }], '0.checks.0.kind'],
    ['a length that is none', [{ kind: 'max-length', value: '10' }], '0.checks.0.value'],
    ['nothing to look for', [{ kind: 'contains' }], '0.checks.0.value'],
    ['too much', [{ kind: 'is-json', value: 'x' }], '0.checks.0.value'],
  ])('are refused with %s', async (_, checks, field) => {
    const response = await editor.send('PUT', `/prompts/${params.name}/test-inputs`, { body: ada(checks) });
    expect(await response.json()).toMatchObject({ code: 'invalid-request', errors: [{ field }] });
    expect(await editor.call('getTestInputs', { params })).toEqual([]);
  });

  it('are refused where two have the same id, a name is none, or it is no list', async () => {
    const put = async (body: unknown) =>
      (await editor.send('PUT', `/prompts/${params.name}/test-inputs`, { body })).status;
    expect(
      await put([
        { id: 'a', title: 'A' },
        { id: 'a', title: 'B' },
      ]),
    ).toBe(400);
    expect(await put([{ title: 'A', variables: { '1st': 'x' } }])).toBe(400);
    expect(await put([{ title: 'A', variables: { a: null } }])).toBe(400);
    expect(await put({})).toBe(400);
    expect(await put([{ title: 'A' }])).toBe(200);
  });
});

describe('an evaluation', () => {
  it('renders every input for both versions and says what passed', async () => {
    await setInputs([
      ...ada([
        { kind: 'is-json' },
        { kind: 'contains', value: 'Ada' },
        { kind: 'not-contains', value: 'pro' },
        { kind: 'matches', value: '^\\{' },
        { kind: 'max-length', value: 16 },
      ]),
      { title: 'Nobody', variables: { tier: 'gold' } },
    ]);
    const evaluation = await evaluate({ candidate: 2, baseline: 1 });
    expect(evaluation).toMatchObject({
      prompt: params.name,
      candidate: 2,
      baseline: 1,
      passed: false,
      isCurrent: true,
      by: { id: editor.id },
    });
    const [first, second] = evaluation.results;
    expect(first?.candidate.text).toBe('{"hello": "Ada"}');
    expect(first?.candidate.passed).toBe(true);
    expect(first?.baseline).toMatchObject({ text: 'Hello Ada, you have pro.', passed: false });
    expect(first?.baseline?.checks.map((check) => check.passed)).toEqual([false, true, false, false, false]);
    expect(first?.baseline?.checks[2]?.reason).toBe('“pro” is in the text.');
    expect(second?.candidate.problem).toBe('These variables need a value: name.');
    expect(second?.baseline?.problem).toBe(
      '“tier” must be one of: free, pro. These variables need a value: name.',
    );
    expect(await registry.admin.call('getEvaluation', { params: { ...params, id: evaluation.id } })).toEqual(
      evaluation,
    );
    const { results: _, ...summary } = evaluation;
    const listed = await editor.call('listEvaluations', { params, query: {} });
    expect(listed.items).toEqual([summary]);
    const query = { prompt: params.name, type: 'evaluation.finished' } as const;
    const { items } = await editor.call('listEvents', { query });
    expect(items).toMatchObject([
      { version: 2, data: { evaluation: evaluation.id, baseline: 1, passed: false, inputs: 2 } },
    ]);
    expect(JSON.stringify(items)).not.toContain('Hello');
  });

  it('compares latest with stable where nothing else is asked for', async () => {
    await setInputs(ada([]));
    expect(await evaluate({})).toMatchObject({ candidate: 2, baseline: null, passed: true });
    expect(await editor.refuse('evaluate', { params, body: { baseline: 'stable' } })).toMatchObject({
      code: 'channel-empty',
    });
    expect(await editor.refuse('evaluate', { params, body: { candidate: 9 } })).toMatchObject({
      code: 'version-not-found',
    });
    expect(
      await reviewer.call('evaluate', { params, body: { candidate: 1, baseline: 'latest' } }),
    ).toMatchObject({
      candidate: 1,
      baseline: 2,
    });
    const ofFirst = await editor.call('listEvaluations', { params, query: { candidate: 1 } });
    expect(ofFirst.items).toHaveLength(1);
    const nowhere = { params: { ...params, id: 'none' } };
    expect(await editor.refuse('getEvaluation', nowhere)).toMatchObject({ code: 'evaluation-not-found' });
  });

  it('keeps the answers of a model that are handed in with it', async () => {
    const [input] = await setInputs(ada([]));
    const given = {
      ...{ model: 'any', candidate: 'Hello!', baseline: null, askedAt: '2026-03-03T14:00:00.000Z' },
      tokens: { candidate: { input: 100, output: 20 }, baseline: null },
    };
    const { id } = await evaluate({ answers: [{ input: input?.id ?? '', ...given }] });
    const kept = await registry.admin.call('getEvaluation', { params: { ...params, id } });
    expect(kept.results[0]?.answers).toEqual(given);
    const body = { answers: [{ input: 'none', ...given }] };
    expect(await editor.refuse('evaluate', { params, body })).toMatchObject({
      code: 'invalid-request',
      errors: [{ field: 'answers' }],
    });
    expect((await editor.call('listEvaluations', { params, query: {} })).items).toHaveLength(1);
  });

  it('does not pass where there is nothing to pass', async () => {
    expect(await evaluate({})).toMatchObject({ passed: false, results: [] });
  });

  it('ends, and leaves others alone, where a pattern never would', async () => {
    const endless = [{ kind: 'matches', value: '^(a+)+$' }];
    await setInputs([
      { title: 'Trap', variables: { name: `${'a'.repeat(60)}!`, tier: 'pro' }, checks: endless },
    ]);
    await editor.call('saveVersion', { params, body: { content: '{{name}}', baseVersion: 2 } });
    const running = evaluate({ candidate: 3 });
    let isOver = false;
    void running.then(() => {
      isOver = true;
    });
    await editor.call('getDetails', { params });
    expect(isOver).toBe(false);
    const { results } = await running;
    expect(results[0]?.candidate.checks[0]?.reason).toContain('took too long');
  });

  it('keeps no texts where they are too long together', async () => {
    await editor.call('saveVersion', { params, body: { content: '{{name}}'.repeat(60), baseVersion: 2 } });
    await setInputs([
      { title: 'Short', variables: { name: 'x' } },
      { title: 'Long', variables: { name: 'x'.repeat(99_000) } },
    ]);
    const { results, passed } = await evaluate({ candidate: 3 });
    expect(passed).toBe(true);
    expect(results.map((result) => result.candidate.text?.length ?? null)).toEqual([60, null]);
  });

  it('is made once for the same Idempotency-Key', async () => {
    await setInputs(ada([]));
    const send = async () => {
      const headers = { 'idempotency-key': 'evaluate-once' };
      const response = await editor.send('POST', `/prompts/${params.name}/evaluations`, {
        body: {},
        headers,
      });
      return response.text();
    };
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers).size).toBe(1);
    expect((await editor.call('listEvaluations', { params, query: {} })).items).toHaveLength(1);
  });
});

describe('the policy that asks for passing test inputs', () => {
  const ask = async () => {
    await registry.admin.call('setPromptPolicy', {
      params,
      body: { ...standard, requirePassingTests: true },
    });
    const body = { version: 2, expectedStable: null };
    const { id } = await editor.call('requestPromotion', { params, body });
    const { contentHash } = await editor.call('getVersion', { params: { ...params, version: 2 } });
    await reviewer.call('reviewPromotion', { params: { id }, body: { decision: 'approve', contentHash } });
    return id;
  };
  const show = (id: string) => editor.call('getPromotion', { params: { id } });
  const refuse = (id: string) => editor.refuse('applyPromotion', { params: { id } });

  it('holds an approved promotion until they pass, as they are now', async () => {
    const id = await ask();
    expect(await refuse(id)).toMatchObject({
      code: 'not-approved',
      missing: ['The policy asks for test inputs that pass, and this prompt has none.'],
    });
    await setInputs(ada([{ kind: 'contains', value: 'Hello' }]));
    expect((await refuse(id)).detail).toContain('have not been run');
    await evaluate({ candidate: 1 });
    expect((await refuse(id)).detail).toContain('have not been run');
    await evaluate({ candidate: 2 });
    expect((await refuse(id)).detail).toContain('Not all test inputs pass');
    expect(await show(id)).toMatchObject({
      status: 'pending',
      evaluation: { passed: false, isCurrent: true },
    });
    await setInputs(ada([{ kind: 'contains', value: 'hello' }]));
    expect((await show(id)).evaluation).toMatchObject({ passed: false, isCurrent: false });
    const passed = await evaluate({ candidate: 2 });
    const { results: _, ...summary } = passed;
    expect(await show(id)).toMatchObject({ status: 'approved', missing: [], evaluation: summary });
    const query = { prompt: params.name, status: 'approved' } as const;
    expect((await editor.call('listPromotions', { query })).items).toHaveLength(1);
    await setInputs(ada([{ kind: 'contains', value: 'HELLO' }]));
    expect((await editor.call('listPromotions', { query })).items).toHaveLength(0);
    expect((await refuse(id)).detail).toContain('have not been run');
    await setInputs(ada([{ kind: 'contains', value: 'hello' }]).map((input) => ({ ...input, id: 'same' })));
    await evaluate({ candidate: 2, baseline: null });
    expect(await editor.call('applyPromotion', { params: { id } })).toMatchObject({ status: 'applied' });
    const decisive = (await show(id)).evaluation;
    await evaluate({ candidate: 2 });
    expect((await show(id)).evaluation).toEqual(decisive);
  });
});
