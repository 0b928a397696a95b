import { resolve } from 'node:path';
import { countNoun } from '#core/domain/count-noun.ts';
import { writeExport } from '../transfer/write-export.ts';
import { type Command, UsageFault } from './command.ts';
import { createLangfuseClient } from './langfuse/langfuse-client.ts';
import { readLangfuse } from './langfuse/read-langfuse.ts';
import { readArguments } from './read-arguments.ts';

const usualAddress = 'https://cloud.langfuse.com';

export const readFromLangfuse: Command = {
  usage: 'FILE',
  summary: 'writes the prompts of a Langfuse to a file that import reads',
  details: `  FILE                 there must be no such file yet
  --json               the answer as JSON

  LANGFUSE_BASE_URL    where it is; ${usualAddress} by default
  LANGFUSE_PUBLIC_KEY
  LANGFUSE_SECRET_KEY  the keys of the project`,
  run: async (args, { environment, print, remark }) => {
    const { values, operand } = readArguments(args, { json: { type: 'boolean', default: false } }, ['FILE']);
    const { LANGFUSE_BASE_URL, LANGFUSE_PUBLIC_KEY, LANGFUSE_SECRET_KEY } = environment;
    if (!LANGFUSE_PUBLIC_KEY || !LANGFUSE_SECRET_KEY) {
      throw new UsageFault('Put the keys of the project into LANGFUSE_PUBLIC_KEY and LANGFUSE_SECRET_KEY.');
    }
    const from = (LANGFUSE_BASE_URL || usualAddress).replace(/\/+$/, '');
    const client = createLangfuseClient(from, LANGFUSE_PUBLIC_KEY, LANGFUSE_SECRET_KEY);
    const file = resolve(operand(0));
    const origin = { exportedAt: new Date().toISOString(), from };
    const { prompts, versions } = await writeExport(file, origin, readLangfuse(client, remark));
    print(
      values.json
        ? JSON.stringify({ file, prompts, versions })
        : `${file} has ${countNoun(prompts, 'prompt')} with ${countNoun(versions, 'version')}.`,
    );
    return 0;
  },
};
