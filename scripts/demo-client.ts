import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findDataFolder } from '../main/data-folder.ts';

const help = `Plays an application that uses a prompt: asks for it every second and prints each change.

Usage: npm run demo:client -- NAME [options]

  --version V       stable (default), latest or a number
  --set NAME=VALUE  a variable's value; may be given several times (default locale=de and tier=pro)
  --data DIR        the app's data folder, from which the sandbox's address and key are read
  --every MS        milliseconds between two calls (default 1000)

PROMPTFORGE_URL and PROMPTFORGE_KEY name another registry and a key for it.
`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    version: { type: 'string', default: 'stable' },
    set: { type: 'string', multiple: true, default: ['locale=de', 'tier=pro'] },
    data: { type: 'string' },
    every: { type: 'string', default: '1000' },
    help: { type: 'boolean', default: false },
  },
});

const name = positionals[0];
if (options.help || !name) {
  console.log(help);
  process.exit(options.help ? 0 : 2);
}

const pause = Number(options.every);
const unfit = options.set.find((pair) => !pair.includes('='));
if (!(pause >= 100) || unfit !== undefined) {
  console.error(
    unfit ? `--set takes NAME=VALUE, not “${unfit}”.` : '--every takes milliseconds, 100 or more.',
  );
  process.exit(2);
}

const version = /^\d+$/.test(options.version) ? Number(options.version) : options.version;
const variables = Object.fromEntries(
  options.set.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
);

/** The whole integration: one call, with a key, that answers a text. */
async function fetchPrompt(url: string, key: string) {
  const response = await fetch(`${url}/api/v1/prompts/${encodeURIComponent(name ?? '')}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version, variables }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer as { version: number; content: string };
}

/** Where the registry is. The sandbox's file is read again each time: the app may just be starting. */
function findRegistry(): { address: string; key: string } {
  const { PROMPTFORGE_URL: address, PROMPTFORGE_KEY: key } = process.env;
  if (address && key) return { address, key };
  const file = join(options.data ?? findDataFolder(), 'sandbox', 'access.json');
  if (!existsSync(file)) throw new Error('The sandbox is not running. Start PromptForge first (npm start).');
  return JSON.parse(readFileSync(file, 'utf8'));
}

let shown = '';
for (;;) {
  let text: string;
  try {
    const { address, key } = findRegistry();
    const prompt = await fetchPrompt(address, key);
    text = `v${prompt.version}\n\n${prompt.content}`;
  } catch (error) {
    text = `No answer: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (text !== shown) console.log(`\n—— ${new Date().toLocaleTimeString()} · ${name} · ${text}`);
  shown = text;
  await delay(pause);
}
