import { type CliOptions, helpText, readCommandLine } from './cli-options.ts';
import { createLog } from './create-log.ts';
import { explainStartError } from './explain-start-error.ts';
import { describeError } from './log.ts';
import { startRegistry } from './server.ts';

const log = createLog();
/** A supervisor waits ten seconds before it kills. */
const longestEnd = 8_000;

async function run({ host, port, allowedHosts, store, ...options }: CliOptions): Promise<void> {
  const adminKey = process.env.PROMPTFORGE_ADMIN_KEY || undefined;
  delete process.env.PROMPTFORGE_ADMIN_KEY;
  try {
    const registry = await startRegistry({
      store,
      host,
      port,
      allowedHosts,
      adminKey,
      ensureAdminKey: options.acceptAdminKey,
      rateLimit: options.rateLimit,
      webhooks: { allowPrivate: options.allowPrivateWebhooks },
      log,
    });
    if (registry.firstKey !== null) {
      console.log(`The first administrator's key, which is shown only now:\n${registry.firstKey}`);
    }
    endWithSignals(registry.close);
    console.log(`PromptForge registry listening on ${registry.address}`);
  } catch (error) {
    const sentence = explainStartError(error, host, port);
    if (sentence === null) log.error('The registry could not start.', describeError(error));
    console.error(sentence ?? 'The registry could not start. The line above says more.');
    process.exitCode = 1;
  }
}

function endWithSignals(close: () => Promise<void>): void {
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => {
      log.error('The registry could not close its store in time. What was acknowledged is kept.');
      process.exit(1);
    }, longestEnd);
    try {
      await close();
      process.exit(0);
    } catch (error) {
      log.error('The registry could not end cleanly.', describeError(error));
      process.exit(1);
    }
  };
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
}

const request = readCommandLine(process.argv.slice(2));
switch (request.kind) {
  case 'help':
    console.log(helpText);
    break;
  case 'refused':
    console.error(`${request.sentence}\nSee --help.`);
    process.exitCode = 2;
    break;
  case 'run':
    await run(request.options);
}
