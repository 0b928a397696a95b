/** How many requests of one key are answered a second, unless the registry is told otherwise. */
export const defaultRateLimit = 2_000;

const keptKeys = 10_000;

/** Counts the requests of each key. */
export interface RateLimit {
  /** Takes a request. @returns how many seconds to wait with it; 0 where it may be answered */
  take(keyId: string): number;
  /** True where the next request may be answered. */
  hasRoom(keyId: string): boolean;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

/**
 * Makes a limit of requests a second and key, with room for one second's worth at once. It counts in this process
 * alone, and by a clock that nobody can set.
 */
export function createRateLimit(perSecond: number, now: () => number = () => performance.now()): RateLimit {
  const buckets = new Map<string, Bucket>();

  const fill = (keyId: string): Bucket => {
    const time = now();
    const known = buckets.get(keyId);
    if (known) {
      known.tokens = Math.min(perSecond, known.tokens + ((time - known.filledAt) / 1_000) * perSecond);
      known.filledAt = time;
      return known;
    }
    // Forgetting a key only gives it a full bucket.
    if (buckets.size >= keptKeys) buckets.clear();
    const bucket = { tokens: perSecond, filledAt: time };
    buckets.set(keyId, bucket);
    return bucket;
  };

  return {
    hasRoom: (keyId) => fill(keyId).tokens >= 1,
    take: (keyId) => {
      const bucket = fill(keyId);
      if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
      bucket.tokens -= 1;
      return 0;
    },
  };
}
