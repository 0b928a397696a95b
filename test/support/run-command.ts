import { runCommandLine } from '#main/command-line/run-command-line.ts';

export interface CommandOutcome {
  readonly code: number;
  /** What it answered, line by line. */
  readonly out: readonly string[];
  /** What it remarked. */
  readonly err: string;
}

/** Runs commands of `promptforge` in this process, against a registry. */
export function createCommandRunner(
  address: string,
  key: string,
  environment: Readonly<Record<string, string>> = {},
) {
  return async (...args: string[]): Promise<CommandOutcome> => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCommandLine(args, {
      environment: { PROMPTFORGE_URL: address, PROMPTFORGE_KEY: key, ...environment },
      print: (line) => out.push(line),
      remark: (line) => err.push(line),
    });
    return { code, out, err: err.join('\n') };
  };
}

export type CommandRunner = ReturnType<typeof createCommandRunner>;
