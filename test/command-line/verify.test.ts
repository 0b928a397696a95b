import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CommandRunner, createCommandRunner } from '../support/run-command.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
let promptforge: CommandRunner;
beforeAll(async () => {
  registry = await startTestRegistry();
  await registry.admin.call('createPrompt', { body: { name: 'a', content: 'x' } });
  promptforge = createCommandRunner(registry.address, (await registry.join('viewer')).key);
});
afterAll(() => registry.remove());

it('says that the log is whole, and finds out where it is not', async () => {
  const whole = await promptforge('verify');
  expect(whole.code).toBe(0);
  const known = / the last one is (\d+:[0-9a-f]{64})$/.exec(whole.out.join())?.[1] ?? '';
  expect(whole.out.join()).toContain(`as it was written: ${known.split(':')[0]} events`);
  expect((await promptforge('verify', '--known', known)).code).toBe(0);
  expect(JSON.parse((await promptforge('verify', '--json')).out.join())).toMatchObject({ valid: true });

  const [seq = ''] = known.split(':');
  const other = await promptforge('verify', '--known', `${seq}:${'0'.repeat(64)}`);
  expect(other).toMatchObject({ code: 1 });
  expect(other.out.at(-1)).toBe(`Event ${seq} is not the one that was known.`);
  const later = await promptforge('verify', '--known', `${Number(seq) + 1}:${'0'.repeat(64)}`);
  expect(later.code).toBe(1);
  expect(await promptforge('verify', '--known', 'x')).toMatchObject({
    code: 2,
    err: expect.stringContaining('not “x”'),
  });

  await registry.runSql(`update "events" set "actorName" = 'Somebody else' where "seq" = 2`);
  const broken = await promptforge('verify');
  expect(broken.code).toBe(1);
  expect(broken.out.join()).toBe('The event log is not as it was written. Event 2 is not as it was written.');
  expect(JSON.parse((await promptforge('verify', '--json')).out.join())).toMatchObject({
    valid: false,
    seq: 2,
  });
});
