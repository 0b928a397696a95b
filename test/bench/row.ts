/** One line of the table: what was measured, against which goal. */
export interface Row {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  readonly isMet: boolean;
  /** The figures behind it, for `bench/results.json`. */
  readonly figures: Readonly<Record<string, number>>;
}

/** A row whose figure may be so high and no higher. */
export function atMost(
  what: string,
  limit: number,
  value: number,
  unit: string,
  figures: Row['figures'],
): Row {
  const goal = `≤ ${limit} ${unit}`;
  return {
    what,
    goal,
    measured: `${format(value)} ${unit}`,
    isMet: value <= limit,
    figures: { value, ...figures },
  };
}

/** A row whose figure has to be so high or higher. */
export function atLeast(
  what: string,
  limit: number,
  value: number,
  unit: string,
  figures: Row['figures'],
): Row {
  const goal = `≥ ${limit} ${unit}`;
  return {
    what,
    goal,
    measured: `${format(value)} ${unit}`,
    isMet: value >= limit,
    figures: { value, ...figures },
  };
}

function format(value: number): string {
  return value >= 20 ? value.toFixed(0) : value.toFixed(2);
}
