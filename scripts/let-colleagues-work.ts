import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#core/domain/roles.ts';
import { createCaller, type RegistryCaller } from '../test/support/registry-caller.ts';

const prompt = { name: 'support-agent' };
const refundPolicy = { name: 'legal/refund-policy' };

const testInputs = [
  {
    id: 'german',
    title: 'German, pro',
    variables: { locale: 'de', tier: 'pro' },
    checks: [{ kind: 'contains' as const, value: 'code de' }],
  },
  {
    id: 'italian',
    title: 'Italian, free',
    variables: { locale: 'it', tier: 'free' },
    checks: [{ kind: 'contains' as const, value: 'Alderbay' }],
  },
  { id: 'nothing', title: 'No values', variables: {} },
];

/** Calls to the sandbox of a data folder, in the name of its administrator. */
export function callAsAdministrator(dataFolder: string): RegistryCaller {
  const { adminKey } = readSecrets(dataFolder);
  return createCaller(readAddress(dataFolder), adminKey);
}

function readAddress(dataFolder: string): string {
  return JSON.parse(readFileSync(join(dataFolder, 'sandbox', 'access.json'), 'utf8')).address;
}

function readSecrets(dataFolder: string): { adminKey: string } {
  const secrets = JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8'));
  return { adminKey: secrets['sandbox-admin-key'] };
}

/**
 * Emil asks for two promotions, Rosa asks for changes in one of them and comments on the other, and a program is told
 * that answers with a fault.
 */
export async function letColleaguesWork(dataFolder: string): Promise<void> {
  const address = readAddress(dataFolder);
  const admin = callAsAdministrator(dataFolder);
  const invite = async (name: string, role: Role) => {
    const { id } = await admin.call('createMember', { body: { name, roles: [role] } });
    const { secret } = await admin.call('createKey', { params: { id }, body: { name: 'laptop' } });
    return createCaller(address, secret);
  };
  const [emil, rosa] = [await invite('Emil', 'editor'), await invite('Rosa', 'reviewer')];
  await admin.call('setPolicy', {
    body: {
      requiredApprovals: 1,
      reviewerRoles: ['reviewer', 'admin'],
      authorMayApprove: false,
      requirePassingTests: false,
    },
  });
  await admin.call('createWebhook', {
    body: {
      url: `${address}/nobody`,
      types: ['promotion.requested', 'promotion.reviewed'],
      description: 'Chat of the support team',
    },
  });
  await admin.call('setTestInputs', { params: prompt, body: testInputs });
  await letEmilRewriteTheRefundPolicy(emil, rosa);
  const { latest, stable } = await admin.call('getDetails', { params: prompt });
  const { id } = await emil.call('requestPromotion', {
    params: prompt,
    body: {
      version: latest,
      expectedStable: stable,
      note: 'Support asks for the shorter wording before Monday.',
    },
  });
  const { contentHash } = await admin.call('getVersion', { params: { ...prompt, version: latest } });
  await rosa.call('reviewPromotion', {
    params: { id },
    body: {
      decision: 'request-changes',
      contentHash,
      comment: 'The second sentence promises too much.',
    },
  });
}

/** A promotion that the administrator may approve, because somebody else wrote and asked for it. */
async function letEmilRewriteTheRefundPolicy(emil: RegistryCaller, rosa: RegistryCaller): Promise<void> {
  const { latest, stable } = await emil.call('getDetails', { params: refundPolicy });
  const { content, variables } = await emil.call('getVersion', {
    params: { ...refundPolicy, version: latest },
  });
  const { version } = await emil.call('saveVersion', {
    params: refundPolicy,
    body: {
      content: content.replace('\n', ' Say it kindly.\n'),
      variables,
      baseVersion: latest,
      note: 'Kindness comes before the rules.',
    },
  });
  const { id } = await emil.call('requestPromotion', {
    params: refundPolicy,
    body: { version, expectedStable: stable, note: 'Legal has seen the draft on paper.' },
  });
  await rosa.call('commentOnPromotion', {
    params: { id },
    body: { text: 'Does that promise anything?', quote: 'Say it kindly.' },
  });
}
