import type { AppErrorCode } from '#core/contract/bridge-error.ts';

interface AppErrorOptions extends ErrorOptions {
  /** Further facts for the screen, for example the `fault` of a registry that cannot be reached. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** An error that arises in the app itself; the registry's own are a `Problem`. The message is for people. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: AppErrorCode, message: string, { members = {}, ...options }: AppErrorOptions = {}) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.members = members;
  }
}
