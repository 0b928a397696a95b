import { Problem } from '#core/contract/problem.ts';

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody answers at this address.',
  ENOTFOUND: 'There is no machine of this name.',
  EAI_AGAIN: 'The name of the receiver could not be looked up.',
  EHOSTUNREACH: 'The way to the receiver is closed.',
  ENETUNREACH: 'The way to the receiver is closed.',
  ETIMEDOUT: 'The receiver did not answer in time.',
  CERT_HAS_EXPIRED: 'The certificate of the receiver has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the receiver is not trusted.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate of the receiver is not trusted.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of the receiver is not trusted.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the receiver belongs to another name.',
};

/** Says in words why a message did not get to its receiver. */
export function describeFailure(error: unknown): string {
  if (error instanceof Problem) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return words[code] ?? 'The connection to the receiver broke off.';
}
