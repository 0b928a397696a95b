/** Keeps what was used last, up to a total weight. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
  clear(): void;
}

/**
 * Makes a cache that forgets what was used longest ago.
 *
 * @param limit the largest total of what `weigh` says (entries, where it is left out)
 */
export function createBoundedCache<Value>(
  limit: number,
  weigh: (value: Value) => number = () => 1,
): BoundedCache<Value> {
  const entries = new Map<string, { readonly value: Value; readonly weight: number }>();
  let total = 0;
  let newest: string | null = null;

  const remove = (key: string) => {
    total -= entries.get(key)?.weight ?? 0;
    entries.delete(key);
  };

  return {
    get: (key) => {
      const entry = entries.get(key);
      if (!entry || key === newest) return entry?.value;
      entries.delete(key);
      entries.set(key, entry);
      newest = key;
      return entry.value;
    },
    set: (key, value) => {
      remove(key);
      const weight = weigh(value);
      if (weight > limit) return;
      entries.set(key, { value, weight });
      newest = key;
      total += weight;
      for (const oldest of entries.keys()) {
        if (total <= limit) break;
        remove(oldest);
      }
    },
    delete: remove,
    clear: () => {
      entries.clear();
      total = 0;
    },
  };
}
