/** A percentile of numbers. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}

/** The middle of some numbers: one slice in which the machine was busy elsewhere does not count. */
export function median(numbers: readonly number[]): number {
  return percentile(numbers, 50);
}
