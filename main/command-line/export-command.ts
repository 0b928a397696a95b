import { resolve } from 'node:path';
import { countNoun } from '#core/domain/count-noun.ts';
import { readRegistry } from '../transfer/read-registry.ts';
import { writeExport } from '../transfer/write-export.ts';
import type { Command } from './command.ts';
import { connect, connectionHelp, connectionOptions } from './connect.ts';
import { readArguments } from './read-arguments.ts';

export const exportPrompts: Command = {
  usage: 'FILE',
  summary: 'writes every prompt with all its versions, promotions and the event log to a file',
  details: `  FILE             JSON Lines; there must be no such file yet
${connectionHelp}

The key needs the role viewer. Members and keys are not in the file.`,
  run: async (args, surroundings) => {
    const { values, operand } = readArguments(args, connectionOptions, ['FILE']);
    const client = connect(values.url, surroundings);
    const { name } = await client.call('getMe', {});
    const origin = { exportedAt: new Date().toISOString(), exportedBy: name, from: client.address };
    const file = resolve(operand(0));
    const written = await writeExport(file, origin, readRegistry(client));
    const { prompts, versions, events } = written;
    surroundings.print(
      values.json
        ? JSON.stringify({ file, ...written })
        : `${file} has ${countNoun(prompts, 'prompt')} with ${countNoun(versions, 'version')}, and ${countNoun(events, 'event')}.`,
    );
    return 0;
  },
};
