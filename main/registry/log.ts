/** Where the registry writes what happened to it. Never a key, never a prompt's text. */
export interface RegistryLog {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** What may be logged of an unexpected error. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) };
  const code = 'code' in error ? error.code : undefined;
  // JSON that cannot be read is quoted in the message, and it may be somebody's words.
  if (error instanceof SyntaxError) return { error: error.name, code, stack: placesOf(error) };
  return { error: error.message, code, stack: error.stack };
}

function placesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}
