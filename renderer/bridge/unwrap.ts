import type { BridgeError, Result } from '#core/contract/bridge-error.ts';

/** An error that crossed the bridge, thrown again on this side. */
export class BridgeFailure extends Error {
  readonly error: BridgeError;

  constructor(error: BridgeError) {
    super(error.detail);
    this.name = 'BridgeFailure';
    this.error = error;
  }
}

/** The value of a result; throws `BridgeFailure` where there is none. */
export async function unwrap<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new BridgeFailure(result.error);
  return result.value;
}

/** What was thrown, as an error of the bridge: a fault of the screen itself counts as `internal`. */
export function toBridgeError(thrown: unknown): BridgeError {
  if (thrown instanceof BridgeFailure) return thrown.error;
  console.error(thrown);
  return { code: 'internal', detail: 'Something went wrong in the app itself.', members: {} };
}
