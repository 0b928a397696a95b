/** Upper limits of the histogram of how long requests take, in seconds. */
const limits = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

interface Series {
  readonly method: string;
  readonly route: string;
  readonly statuses: Map<number, number>;
  /** How many requests took up to each limit and longer than the one before; the last counts the rest. */
  readonly buckets: number[];
  seconds: number;
}

/** Counts the answers of one route. */
export type CountAnswer = (status: number, seconds: number) => void;

/**
 * Counts what the server does. A few additions a request, so that it costs the applications' calls next to nothing.
 */
export function createMetrics() {
  const all = new Map<string, Series>();

  const find = (method: string, route: string): Series => {
    const key = `${method} ${route}`;
    const known = all.get(key);
    if (known) return known;
    const series = { method, route, statuses: new Map(), buckets: [...limits, 0].map(() => 0), seconds: 0 };
    all.set(key, series);
    return series;
  };

  return {
    /** @param route the pattern of the address, never the address itself */
    counterFor: (method: string, route: string): CountAnswer => {
      const series = find(method, route);
      return (status, seconds) => {
        series.statuses.set(status, (series.statuses.get(status) ?? 0) + 1);
        const place = limits.findIndex((limit) => seconds <= limit);
        const bucket = place === -1 ? limits.length : place;
        series.buckets[bucket] = (series.buckets[bucket] ?? 0) + 1;
        series.seconds += seconds;
      };
    },

    /** How many answers of a route had a status. */
    countOf: (method: string, route: string, status: number): number =>
      find(method, route).statuses.get(status) ?? 0,

    /** Everything that was counted, as lines of Prometheus' text format. */
    describe: (): string[] => [
      '# HELP promptforge_requests_total Answered requests.',
      '# TYPE promptforge_requests_total counter',
      ...[...all.values()].flatMap(describeStatuses),
      '# HELP promptforge_request_duration_seconds How long requests took.',
      '# TYPE promptforge_request_duration_seconds histogram',
      ...[...all.values()].flatMap(describeDurations),
    ],
  };
}

export type Metrics = ReturnType<typeof createMetrics>;

function describeStatuses({ method, route, statuses }: Series): string[] {
  return [...statuses].map(
    ([status, count]) =>
      `promptforge_requests_total{method="${method}",route="${route}",status="${status}"} ${count}`,
  );
}

function describeDurations({ method, route, buckets, seconds }: Series): string[] {
  const name = 'promptforge_request_duration_seconds';
  const labels = `method="${method}",route="${route}"`;
  let count = 0;
  const lines = buckets.map((each, index) => {
    count += each;
    return `${name}_bucket{${labels},le="${limits[index] ?? '+Inf'}"} ${count}`;
  });
  if (count === 0) return [];
  return [...lines, `${name}_sum{${labels}} ${seconds}`, `${name}_count{${labels}} ${count}`];
}
