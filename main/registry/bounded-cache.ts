/** Keeps what is in use, up to a total weight. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
  clear(): void;
}

interface Entry<Value> {
  readonly value: Value;
  readonly weight: number;
  isUsed: boolean;
}

/**
 * Makes a cache that forgets what has stood there longest and was not used since room was needed last. A hit only
 * leaves a mark, because there are far more hits than there is need for room.
 *
 * @param limit the largest total of what `weigh` says (entries, where it is left out)
 */
export function createBoundedCache<Value>(
  limit: number,
  weigh: (value: Value) => number = () => 1,
): BoundedCache<Value> {
  /** In the order in which they will be looked at where room is needed. */
  const entries = new Map<string, Entry<Value>>();
  let total = 0;

  const remove = (key: string) => {
    total -= entries.get(key)?.weight ?? 0;
    entries.delete(key);
  };

  const makeRoom = () => {
    for (const [key, entry] of entries) {
      if (total <= limit) return;
      remove(key);
      if (!entry.isUsed) continue;
      // A second chance: it goes to the end without its mark, and the walk will come by again.
      entry.isUsed = false;
      entries.set(key, entry);
      total += entry.weight;
    }
  };

  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entry.isUsed = true;
      return entry.value;
    },
    set: (key, value) => {
      remove(key);
      const weight = weigh(value);
      if (weight > limit) return;
      total += weight;
      makeRoom();
      entries.set(key, { value, weight, isUsed: false });
    },
    delete: remove,
    clear: () => {
      entries.clear();
      total = 0;
    },
  };
}
