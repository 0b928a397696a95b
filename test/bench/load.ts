import autocannon, { type Client, type Request, type Result } from 'autocannon';
import { readProcessorTime } from '../support/process-figures.ts';
import { median, percentile } from './statistics.ts';

/** A server in a process of its own. */
export interface Server {
  readonly address: string;
  readonly pid: number;
}

export interface Slice {
  readonly requests: number;
  /** Processor time of the server for each request, in microseconds. */
  readonly processorTime: number;
  /** In milliseconds. */
  readonly p99: number;
}

const connections = 100;

/** Makes one of the requests that a server is loaded with. */
export type PickRequest = () => Request;

/**
 * Loads a server over 100 connections, each of which sends its next request as soon as the one before is answered.
 *
 * @throws where an answer is not a 200
 */
export async function load(server: Server, seconds: number, pick: PickRequest): Promise<Slice> {
  const latencies: number[] = [];
  const setupClient = (client: Client) => client.setRequests(Array.from({ length: 100 }, pick));
  const before = readProcessorTime(server.pid);
  const { non2xx, errors } = await new Promise<Result>((resolve, reject) => {
    const options = { url: server.address, connections, duration: seconds, setupClient };
    const run = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
    run.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  });
  const processorTime = (1_000 * (readProcessorTime(server.pid) - before)) / latencies.length;
  if (non2xx + errors > 0) throw new Error(`${non2xx} answers were no 200, and ${errors} requests failed.`);
  return { requests: latencies.length, processorTime, p99: percentile(latencies, 99) };
}

/** Loads two servers in turns, after a slice of each to warm up, and compares the slices pair by pair. */
export async function compare(
  [first, firstPick]: [Server, PickRequest],
  [second, secondPick]: [Server, PickRequest],
  { seconds, rounds }: { readonly seconds: number; readonly rounds: number },
) {
  await load(first, seconds, firstPick);
  await load(second, seconds, secondPick);
  const pairs: (readonly [Slice, Slice])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push([await load(first, seconds, firstPick), await load(second, seconds, secondPick)]);
  }
  const figure = (read: (slice: Slice) => number) => ({
    first: median(pairs.map(([slice]) => read(slice))),
    second: median(pairs.map(([, slice]) => read(slice))),
    ratio: median(pairs.map(([a, b]) => read(a) / read(b))),
  });
  return { processorTime: figure((slice) => slice.processorTime), p99: figure((slice) => slice.p99) };
}
