import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';
import { startReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

/** Where names lead to in these tests; each question takes the next answer, the last one stays. */
const answers = new Map<string, string[][]>();
const asked: string[] = [];

const resolveHost = async (host: string) => {
  asked.push(host);
  const left = answers.get(host) ?? [];
  const addresses = (left.length > 1 ? left.shift() : left[0]) ?? [];
  return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
};

const types = ['prompt.created' as const];
let registry: TestRegistry;
let named: TestRegistry;
let open: TestRegistry;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await startReceiver();
  registry = await startTestRegistry();
  named = await startTestRegistry({ webhooks: { resolveHost, retryDelays: [50] } });
  open = await startTestRegistry({ webhooks: { resolveHost, allowPrivate: true, retryDelays: [] } });
});
afterAll(async () => {
  await Promise.all([registry.remove(), named.remove(), open.remove(), receiver.close()]);
  expect(receiver.arrivals.every(({ path }) => path === '/allowed')).toBe(true);
});

const create = (at: TestRegistry, url: string) => at.admin.call('createWebhook', { body: { url, types } });
const createPrompt = (at: TestRegistry, name: string) =>
  at.admin.call('createPrompt', { body: { name, content: 'x' } });

async function settled(at: TestRegistry, id: string) {
  return expect
    .poll(async () => (await at.admin.call('listDeliveries', { params: { id }, query: {} })).items[0]?.status)
    .not.toMatch(/waiting|undefined/)
    .then(() => at.admin.call('listDeliveries', { params: { id }, query: {} }))
    .then(({ items }) => items[0]);
}

describe('an address that leads inside', () => {
  it.each([
    'http://127.0.0.1/',
    'https://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://①②⑦.⓪.⓪.①/',
    'http://localhost/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::127.0.0.1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[64:ff9b::169.254.169.254]/',
    'http://[64:ff9b:1::10.0.0.1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fc00::1]/',
    'http://[fd12:3456::1]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
  ])('is refused: %s', async (url) => {
    const problem = await registry.admin.refuse('createWebhook', { body: { url, types } });
    expect(problem).toMatchObject({ code: 'webhook-address-refused', status: 422 });
    expect(problem.detail).toContain('--allow-private-webhooks');
  });

  it.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'example.com',
    'http://',
    'http://user:password@example.com/',
    'http://user@example.com/',
    'http://exa\nmple.com/',
    'http://example.com/\0',
    `http://example.com/${'x'.repeat(2_000)}`,
  ])('is not valid: %j', async (url) => {
    const problem = await registry.admin.refuse('createWebhook', { body: { url, types } });
    expect(problem).toMatchObject({ code: 'invalid-request', status: 400 });
    expect(problem.errors?.[0]?.field).toBe('url');
  });

  it('is refused where only one of the addresses of a name does so', async () => {
    answers.set('half.example', [['93.184.216.34', '10.0.0.1']]);
    const body = { url: 'https://half.example/', types };
    expect(await named.admin.refuse('createWebhook', { body })).toMatchObject({
      code: 'webhook-address-refused',
    });
  });

  it('is refused where a name leads nowhere', async () => {
    const body = { url: 'https://nowhere.invalid/', types };
    for (const at of [named, registry]) {
      expect(await at.admin.refuse('createWebhook', { body })).toMatchObject({
        code: 'webhook-address-refused',
      });
    }
  });

  it('is refused as a change, which changes nothing', async () => {
    answers.set('fine.example', [['93.184.216.34']]);
    answers.set('inside.example', [['192.168.1.1']]);
    const { id } = await create(named, 'https://fine.example/');
    const change = { params: { id }, body: { url: 'https://inside.example/', description: 'new' } };
    expect(await named.admin.refuse('updateWebhook', change)).toMatchObject({
      code: 'webhook-address-refused',
    });
    expect(await named.admin.call('getWebhook', { params: { id } })).toMatchObject({
      url: 'https://fine.example/',
      description: '',
    });
    await named.admin.call('deleteWebhook', { params: { id } });
  });
});

it('refuses at the delivery a name that has been turned inside since', async () => {
  answers.set('turning.example', [['93.184.216.34'], ['127.0.0.1']]);
  const { id } = await create(named, `http://turning.example:${receiver.port}/`);
  await createPrompt(named, 'rebinding');
  const delivery = await settled(named, id);
  expect(delivery).toMatchObject({ status: 'failed', attempts: 2, responseStatus: null });
  expect(delivery?.failure).toContain('turning.example is on this machine');
  expect(receiver.arrivals).toEqual([]);
  await named.admin.call('deleteWebhook', { params: { id } });
});

it('connects to the address that was checked, asked for once', async () => {
  const url = `http://hooks.example:${receiver.port}/allowed`;
  // Whoever asked a second time would be led elsewhere.
  answers.set('hooks.example', [['127.0.0.1'], ['127.0.0.1'], ['192.0.2.1']]);
  const { id } = await create(open, url);
  asked.length = 0;
  await createPrompt(open, 'pinned');
  expect(await settled(open, id)).toMatchObject({ status: 'delivered' });
  expect(asked).toEqual(['hooks.example']);
  expect(receiver.arrivals.at(-1)?.headers.host).toBe(`hooks.example:${receiver.port}`);
  await open.admin.call('deleteWebhook', { params: { id } });
});

it('follows no redirect', async () => {
  const redirecting = await startReceiver((response) =>
    response.writeHead(307, { location: `${receiver.url}/reached` }).end(),
  );
  answers.set('127.0.0.1', [['127.0.0.1']]);
  const { id } = await create(open, redirecting.url);
  await createPrompt(open, 'redirect');
  expect(await settled(open, id)).toMatchObject({
    status: 'failed',
    responseStatus: 307,
    failure: 'The receiver pointed to another address, to which nothing is sent.',
  });
  expect(redirecting.arrivals.length).toBe(1);
  await redirecting.close();
});

it('reaches this machine by its real name where that is allowed', async () => {
  const local = await startTestRegistry({ webhooks: { allowPrivate: true } });
  const { id } = await create(local, `http://localhost:${receiver.port}/allowed`);
  await createPrompt(local, 'local');
  expect(await settled(local, id)).toMatchObject({ status: 'delivered' });
  await local.remove();
});
