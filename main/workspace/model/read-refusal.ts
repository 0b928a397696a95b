import { ModelFaultError } from './model-fault-error.ts';

const longestDetail = 300;

/** Turns an answer that is no success into a fault, with what the server says of it. */
export function readRefusal(status: number, headers: Headers, body: string): ModelFaultError {
  const detail = findMessage(body);
  if (status === 401 || status === 403) return new ModelFaultError('key-refused', detail);
  if (status === 404 || status === 405) return new ModelFaultError('not-found', detail);
  if (status >= 300 && status < 400) return new ModelFaultError('moved', headers.get('location'));
  if (status === 429 || status === 503 || status === 529) {
    return new ModelFaultError('busy', detail, readRetryAfter(headers.get('retry-after')));
  }
  return new ModelFaultError(status >= 500 ? 'failed' : 'refused', detail);
}

/** What a server says of an error: APIs of this kind answer `{"error": {"message"}}`, some a sentence alone. */
export function findMessage(body: string): string | null {
  let message: unknown;
  try {
    const document = JSON.parse(body) as { error?: unknown; message?: unknown; detail?: unknown };
    const error = document.error as { message?: unknown } | string | undefined;
    message = typeof error === 'object' ? error?.message : (error ?? document.message ?? document.detail);
  } catch {
    message = null;
  }
  if (typeof message !== 'string' || message.trim() === '') return null;
  const sentence = message.trim().replace(/\s+/g, ' ');
  return sentence.length > longestDetail ? `${sentence.slice(0, longestDetail - 1)}…` : sentence;
}

/** Seconds or a date, in milliseconds from now; `null` where it says nothing. */
function readRetryAfter(header: string | null): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}
