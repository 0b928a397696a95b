#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// The sources are TypeScript and use node:sqlite: where this Node is too old for them, the project's own runs them.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major >= 24) await import('./cli.ts');
else runWithOwnNode();

function runWithOwnNode() {
  const node = findOwnNode();
  if (node === null) {
    console.error(`PromptForge needs Node.js 24 or newer; this is ${process.versions.node}.`);
    process.exitCode = 1;
    return;
  }
  const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
  const child = spawn(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

/** The Node of the development dependencies, where those are installed. */
function findOwnNode() {
  try {
    return createRequire(import.meta.url).resolve('node/bin/node');
  } catch {
    return null;
  }
}
