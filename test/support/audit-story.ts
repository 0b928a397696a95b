import type { RegistryCaller } from './registry-caller.ts';
import { startTestRegistry, type TestRegistry } from './start-test-registry.ts';

/** Everything that a page could take for markup, and everything that could change its bytes. */
export const nastyText = '\n<script>alert(1)</script>\r\n{{name}} & "quotes" \' ]]> \u2028 <!-- 🙂 </pre>\r';

export interface AuditStory {
  readonly registry: TestRegistry;
  readonly auditor: RegistryCaller & { readonly key: string };
  readonly prompt: string;
}

/**
 * A prompt that was written, reviewed, promoted, promoted again and rolled back in March 2026 by three people, in a
 * registry where other things happen as well.
 */
export async function playAuditStory(): Promise<AuditStory> {
  let now = Date.parse('2026-03-01T09:00:00.000Z');
  const at = (time: string) => {
    now = Date.parse(time);
  };
  const registry = await startTestRegistry({ clock: () => new Date(now) });
  const prompt = 'refunds';
  const params = { name: prompt };
  const [owner, lawyer, promoter, auditor] = [
    await registry.join('editor'),
    await registry.join('reviewer'),
    await registry.join('promoter'),
    await registry.join('viewer'),
  ];
  const promote = async (version: number, expectedStable: number | null, comment: string) => {
    const body = { version, expectedStable, note: `Please look at v${version} <b>` };
    const { id } = await owner.call('requestPromotion', { params, body });
    const { contentHash } = await owner.call('getVersion', { params: { ...params, version } });
    await lawyer.call('commentOnPromotion', {
      params: { id },
      body: { text: 'Is that so?', quote: 'quotes' },
    });
    await lawyer.call('reviewPromotion', {
      params: { id },
      body: { decision: 'approve', comment, contentHash },
    });
    await promoter.call('applyPromotion', { params: { id } });
  };

  await owner.call('createPrompt', {
    body: { ...params, title: 'Refunds & <more>', content: 'No refunds.' },
  });
  at('2026-03-02T10:00:00.000Z');
  await promote(1, null, 'Fine.');
  await registry.admin.call('createPrompt', { body: { name: 'elsewhere', content: 'x' } });
  at('2026-03-03T12:00:00.000Z');
  const body = { content: nastyText, baseVersion: 1, note: 'Calmer' };
  await owner.call('saveVersion', { params, body });
  await owner.call('setTestInputs', {
    params,
    body: [
      {
        title: 'Ada <i>',
        variables: { name: '<b>Ada</b>' },
        checks: [
          { kind: 'contains', value: '<b>Ada</b> &' },
          { kind: 'max-length', value: 10 },
        ],
      },
      { title: 'Nobody', checks: [] },
    ],
  });
  const evaluate = () => owner.call('evaluate', { params, body: { candidate: 2, baseline: 1 } });
  await evaluate();
  at('2026-03-03T13:00:00.000Z');
  await promote(2, 1, 'Exactly what the terms say.');
  at('2026-03-04T08:00:00.000Z');
  await owner.call('setTestInputs', { params, body: [{ title: 'Afterwards', variables: { name: 'x' } }] });
  await evaluate();
  at('2026-03-05T08:00:00.000Z');
  await registry.admin.call('setPolicy', {
    body: {
      requiredApprovals: 2,
      reviewerRoles: ['reviewer'],
      authorMayApprove: false,
      requirePassingTests: false,
    },
  });
  const rollback = { version: 1, expectedStable: 2, reason: 'Customers were confused' };
  await promoter.call('rollBack', { params, body: rollback });
  at('2026-03-06T08:00:00.000Z');
  return { registry, auditor, prompt };
}
