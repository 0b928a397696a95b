import type { ChainVerdict } from '#core/contract/event-shapes.ts';
import { countNoun } from '#core/domain/count-noun.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import { type Command, UsageFault } from './command.ts';
import { connect, connectionHelp, connectionOptions } from './connect.ts';
import { readArguments } from './read-arguments.ts';

/** A long log takes its time, in milliseconds. */
const patience = 30 * 60_000;

interface KnownEvent {
  readonly seq: number;
  readonly hash: string;
}

export const verify: Command = {
  usage: '[--known NUMBER:HASH]',
  summary: 'walks the event log, and ends with 1 where an event was changed, removed or moved',
  details: `  --known N:HASH   an event as it was shown before: the log must still have it
${connectionHelp}

The key needs the role viewer. What is shown as the last event, kept elsewhere, proves the log up to there.`,
  run: async (args, surroundings) => {
    const { values } = readArguments(args, { ...connectionOptions, known: { type: 'string' } });
    const known = values.known === undefined ? null : readKnown(values.known);
    const client = connect(values.url, surroundings);
    const verdict = await client.call('verifyEvents', {}, { patience });
    const isKnown = known === null || (await hasEvent(client, known));
    const valid = verdict.valid && isKnown;
    if (values.json) surroundings.print(JSON.stringify({ ...verdict, valid }));
    else for (const line of describe(verdict, isKnown ? null : known)) surroundings.print(line);
    return valid ? 0 : 1;
  },
};

function describe({ valid, count, head, reason }: ChainVerdict, lost: KnownEvent | null): string[] {
  return [
    valid
      ? `The event log is as it was written: ${countNoun(count, 'event')}, the last one is ${count}:${head}`
      : `The event log is not as it was written. ${reason ?? ''}`.trimEnd(),
    ...(lost ? [`Event ${lost.seq} is not the one that was known.`] : []),
  ];
}

function readKnown(text: string): KnownEvent {
  const [, seq, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq !== undefined && hash !== undefined) return { seq: Number(seq), hash };
  throw new UsageFault(`--known takes the number and the hash of an event, not “${text}”.`);
}

async function hasEvent(client: RegistryClient, { seq, hash }: KnownEvent): Promise<boolean> {
  const { items } = await client.call('listEvents', { query: { after: seq - 1, limit: 1 } });
  return items[0]?.seq === seq && items[0].hash === hash;
}
