import type { LogPort } from './ports.ts';

/** One line of JSON on standard error for each entry. */
export function createStderrLog(): LogPort {
  const write =
    (level: string) =>
    (message: string, facts: Record<string, unknown> = {}) => {
      process.stderr.write(
        `${JSON.stringify({ level, time: new Date().toISOString(), message, ...facts })}\n`,
      );
    };
  return { info: write('info'), error: write('error') };
}
