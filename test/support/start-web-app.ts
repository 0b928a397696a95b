import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const webAppEntry = fileURLToPath(new URL('../../main/web/cli.ts', import.meta.url));

export interface WebApp {
  /** The one-time link. */
  readonly link: string;
  readonly origin: string;
  readonly process: ChildProcess;
  /** Ends it as a person would. Answers its exit code. */
  stop(): Promise<number | null>;
  /** `kill -9`. */
  kill(): Promise<void>;
}

interface WebAppOptions {
  readonly port?: number;
  /** What its clock says when it starts, and that of its sandbox; the real time where absent. */
  readonly startsAt?: Date;
}

/** Starts the web shell as its own process, as `npm run web` does, and waits for its link. */
export async function startWebApp(
  dataFolder: string,
  { port = 0, startsAt }: WebAppOptions = {},
): Promise<WebApp> {
  const child = spawn(
    process.execPath,
    [webAppEntry, '--port', String(port), '--data', dataFolder, '--no-open'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...(startsAt ? { NODE_OPTIONS: shiftClock(startsAt) } : {}) },
    },
  );
  const link = await readLink(child);
  const ended = once(child, 'exit');
  return {
    link,
    origin: new URL(link).origin,
    process: child,
    async stop() {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Makes Node's clock go on from another moment. */
function shiftClock(startsAt: Date): string {
  const code = `const shift = ${startsAt.getTime() - Date.now()};
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...given) { if (given.length === 0) super(RealDate.now() + shift); else super(...given); }
      static now() { return RealDate.now() + shift; }
    };`;
  return `--import data:text/javascript,${encodeURIComponent(code)}`;
}

async function readLink(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The web shell has no standard output.');
  for await (const line of createInterface({ input: child.stdout })) {
    const link = /^PromptForge is ready at (http:\S+)$/.exec(line)?.[1];
    if (link) return link;
  }
  throw new Error('The web shell ended without printing its link.');
}
