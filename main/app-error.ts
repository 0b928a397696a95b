import type { AppErrorCode } from '#core/contract/bridge.ts';

/** An error that arises in the app itself; the registry's own are a `Problem`. The message is for people. */
export class AppError extends Error {
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}
