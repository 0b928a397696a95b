import { request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { HostAddress } from './resolve-host.ts';

/** Nothing in a receiver's answer matters beyond its status: the rest is taken up to here, and let go. */
const mostAnswerBytes = 16 * 1024;

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

/**
 * Posts a message to a receiver, on a connection of its own to one of the addresses that were checked. Redirects
 * are answers like any other: they are not followed.
 *
 * @throws the system's error, or the signal's reason
 */
export function postMessage(
  url: URL,
  addresses: readonly HostAddress[],
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<Answer> {
  const request = url.protocol === 'https:' ? requestByHttps : requestByHttp;
  return new Promise((resolve, reject) => {
    const sending = request(
      url,
      { method: 'POST', agent: false, headers, lookup: createPinnedLookup(addresses), signal },
      (response) => {
        const { statusCode: status = 0, headers: answered } = response;
        const settle = () => resolve({ status, retryAfter: answered['retry-after'] });
        let received = 0;
        response.on('data', (chunk: Buffer) => {
          received += chunk.length;
          if (received > mostAnswerBytes) response.destroy();
        });
        response.on('error', settle);
        response.on('close', settle);
      },
    );
    sending.on('error', (error) => reject(signal.aborted ? signal.reason : error));
    sending.end(body);
  });
}

/** Answers with the addresses that were checked, whatever the name stands for by now. */
function createPinnedLookup(addresses: readonly HostAddress[]): LookupFunction {
  const [first] = addresses;
  return (_host, { all }, callback) => {
    if (all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}
