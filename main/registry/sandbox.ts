// First, so that it holds for everything that is loaded after it.
import './spare-memory.ts';

import { z } from 'zod';
import { sandboxPolicy } from '#core/domain/promotion.ts';
import { createLog } from './create-log.ts';
import { explainStartError, isPortInUse } from './explain-start-error.ts';
import { checkAdminKey, prepareFirstStart } from './first-start.ts';
import { describeError } from './log.ts';
import { connectParent } from './parent-process.ts';
import { seedSamples } from './samples/seed-samples.ts';
import { type RegistryOptions, type RunningRegistry, startRegistry } from './server.ts';

/**
 * The sandbox: a registry in a process of its own, started by the app and ended with it. It is told what it needs
 * through its environment.
 */

const settings = z.object({
  dataFolder: z.string().min(1),
  port: z.number().int().min(0).max(65_535),
  furtherKey: z.string().optional(),
  administrator: z.string().max(200).optional(),
});
const host = '127.0.0.1';
// It shares the app's terminal, which belongs to the app.
const log = createLog('error');
const parent = connectParent();

function readSettings() {
  const { PROMPTFORGE_SANDBOX: text = '{}', PROMPTFORGE_ADMIN_KEY: adminKey } = process.env;
  delete process.env.PROMPTFORGE_SANDBOX;
  delete process.env.PROMPTFORGE_ADMIN_KEY;
  return { ...settings.parse(JSON.parse(text)), adminKey };
}

async function start(): Promise<RunningRegistry> {
  const { dataFolder, port, adminKey, furtherKey, administrator } = readSettings();
  const options: Omit<RegistryOptions, 'port'> = {
    store: { kind: 'sqlite', folder: dataFolder },
    host,
    adminKey,
    administrator,
    ensureAdminKey: true,
    defaultPolicy: sandboxPolicy,
    // A webhook of the sandbox is tried out with a program on this machine.
    webhooks: { allowPrivate: true },
    log,
  };
  const registry = await startRegistry({ ...options, port }).catch((error: unknown) => {
    if (!isPortInUse(error)) throw error;
    return startRegistry({ ...options, port: 0 });
  });
  await letIn(registry, furtherKey);
  return registry;
}

/** Lets in a key that the user chose, where it can be one: a bad key must not keep the sandbox from starting. */
async function letIn({ services }: RunningRegistry, key: string | undefined): Promise<void> {
  if (key === undefined) return;
  try {
    checkAdminKey({ adminKey: key });
    await prepareFirstStart(services, { adminKey: key, ensureAdminKey: true });
  } catch (error) {
    log.error('PROMPTFORGE_ADMIN_KEY was not let in.', describeError(error));
  }
}

async function run(): Promise<void> {
  const starting = start();
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    starting
      .then((registry) => registry.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  parent.onEnd(end);
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  try {
    const registry = await starting;
    if (!isEnding) await seedSamples(registry.services);
    parent.post({ type: 'ready', address: registry.address });
  } catch (error) {
    if (isEnding) return;
    log.error('The sandbox could not start.', describeError(error));
    parent.post({ type: 'failed', message: explainStartError(error, host, 0) ?? 'Its log says more.' });
    process.exitCode = 1;
    end();
  }
}

await run();
