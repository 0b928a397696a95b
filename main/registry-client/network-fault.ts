import type { ConnectionFaultKind } from '#core/contract/connection-shapes.ts';

/** What Node's and Chromium's network stacks call it, and what it is. */
const kinds: Readonly<Record<string, ConnectionFaultKind>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  ERR_NAME_NOT_RESOLVED: 'name-not-found',
  ERR_NAME_RESOLUTION_FAILED: 'name-not-found',

  ECONNREFUSED: 'nothing-listens',
  ERR_CONNECTION_REFUSED: 'nothing-listens',

  ENETUNREACH: 'network-down',
  EHOSTUNREACH: 'network-down',
  ENETDOWN: 'network-down',
  EADDRNOTAVAIL: 'network-down',
  ERR_INTERNET_DISCONNECTED: 'network-down',
  ERR_ADDRESS_UNREACHABLE: 'network-down',
  ERR_NETWORK_IO_SUSPENDED: 'network-down',

  ETIMEDOUT: 'no-answer',
  UND_ERR_CONNECT_TIMEOUT: 'no-answer',
  UND_ERR_HEADERS_TIMEOUT: 'no-answer',
  UND_ERR_BODY_TIMEOUT: 'no-answer',
  TimeoutError: 'no-answer',
  ERR_CONNECTION_TIMED_OUT: 'no-answer',
  ERR_TIMED_OUT: 'no-answer',

  ERR_PROXY_CONNECTION_FAILED: 'proxy-failed',
  ERR_TUNNEL_CONNECTION_FAILED: 'proxy-failed',
  ERR_PROXY_AUTH_REQUESTED: 'proxy-failed',
  ERR_PROXY_CERTIFICATE_INVALID: 'proxy-failed',
  ERR_MANDATORY_PROXY_CONFIGURATION_FAILED: 'proxy-failed',
  ERR_PROXY_TUNNEL: 'proxy-failed',

  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-not-trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-not-trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-not-trusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-not-trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-not-trusted',
  CERT_UNTRUSTED: 'certificate-not-trusted',
  CERT_REVOKED: 'certificate-not-trusted',
  ERR_CERT_AUTHORITY_INVALID: 'certificate-not-trusted',
  ERR_CERT_REVOKED: 'certificate-not-trusted',
  ERR_CERT_INVALID: 'certificate-not-trusted',
  CERT_HAS_EXPIRED: 'certificate-expired',
  // Chromium does not tell one from the other.
  ERR_CERT_DATE_INVALID: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-wrong-name',
  ERR_CERT_COMMON_NAME_INVALID: 'certificate-wrong-name',

  ERR_SSL_WRONG_VERSION_NUMBER: 'not-encrypted',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'not-encrypted',
  ERR_SSL_PROTOCOL_ERROR: 'not-encrypted',

  redirect: 'redirected',
};

/** What kept a request from being answered. What is not known counts as a connection that broke off. */
export function findNetworkFault(error: unknown): ConnectionFaultKind {
  for (const name of namesOf(error)) {
    const kind = kinds[name];
    if (kind) return kind;
  }
  return 'broken-off';
}

/** The codes and names of an error and of what caused it, the outermost first. */
function* namesOf(error: unknown): Iterable<string> {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; depth += 1) {
    if ('code' in cause && typeof cause.code === 'string') yield cause.code;
    yield cause.name;
    const [, chromium] = /\bnet::(ERR_[A-Z_]+)/.exec(cause.message) ?? [];
    if (chromium) yield chromium;
    // Neither stack has a code for these.
    if (cause.message === 'bad port') yield 'ERR_CONNECTION_REFUSED';
    if (/redirect/i.test(cause.message)) yield 'redirect';
    // Where a name has several addresses, each of them has failed.
    if (cause instanceof AggregateError) for (const each of cause.errors) yield* namesOf(each);
    cause = cause.cause;
  }
}
