import { resolve } from 'node:path';
import { countNoun } from '#core/domain/count-noun.ts';
import { applyPlan } from '../transfer/apply-plan.ts';
import { describePlan, isChange } from '../transfer/describe-plan.ts';
import { inParallel } from '../transfer/in-parallel.ts';
import { type PromptPlan, planPrompt } from '../transfer/plan-import.ts';
import { readExport } from '../transfer/read-export.ts';
import type { Command, Surroundings } from './command.ts';
import { connect, connectionHelp, connectionOptions } from './connect.ts';
import { readArguments } from './read-arguments.ts';

const promptsAtOnce = 8;

interface Outcome {
  readonly plan: PromptPlan;
  /** The version that waits to be promoted. */
  readonly waiting: number | null;
}

export const importPrompts: Command = {
  usage: 'FILE [--dry-run] [--texts-only]',
  summary: 'brings the prompts of an export into a registry; doing so again changes nothing',
  details: `  FILE             an export
  --dry-run        only says what would be done
  --texts-only     versions and details; stable stays where it is
${connectionHelp}

The key needs the role editor, and the role promoter to set stable. Where this registry asks for approvals, the
promotions are requested and wait for them. A prompt that has another text here under the same number is left as
it is, and the command ends with 1.`,
  run: async (args, surroundings) => {
    const { values, operand } = readArguments(
      args,
      {
        ...connectionOptions,
        'dry-run': { type: 'boolean', default: false },
        'texts-only': { type: 'boolean', default: false },
      },
      ['FILE'],
    );
    const file = resolve(operand(0));
    const client = connect(values.url, surroundings);
    // The whole file is checked before anything is changed.
    for await (const _ of readExport(file));
    const options = { policy: await client.call('getPolicy', {}), textsOnly: values['texts-only'] };
    const outcomes: Outcome[] = [];
    await inParallel(readExport(file), promptsAtOnce, async (exported) => {
      const plan = await planPrompt(client, exported, options);
      const waiting = values['dry-run'] ? null : await applyPlan(client, plan);
      outcomes.push({ plan, waiting });
    });
    outcomes.sort((a, b) => (a.plan.prompt.name < b.plan.prompt.name ? -1 : 1));
    report(outcomes, values['dry-run'], values.json, surroundings);
    return outcomes.some(({ plan }) => plan.state === 'different') ? 1 : 0;
  },
};

function report(
  outcomes: readonly Outcome[],
  isDryRun: boolean,
  json: boolean,
  { print }: Surroundings,
): void {
  const changed = outcomes.filter(({ plan }) => isChange(plan)).length;
  if (json) {
    print(JSON.stringify({ dryRun: isDryRun, changed, prompts: outcomes.map(toJson) }));
    return;
  }
  for (const { plan } of outcomes) print(`${plan.prompt.name}: ${describePlan(plan)}`);
  const waiting = outcomes.filter((outcome) => outcome.waiting !== null).length;
  const all = countNoun(outcomes.length, 'prompt');
  print(
    isDryRun
      ? `${changed} of ${all} would change. Nothing was changed.`
      : `${changed} of ${all} changed.${waiting > 0 ? ` ${countNoun(waiting, 'waits', 'wait')} to be promoted.` : ''}`,
  );
}

function toJson({ plan, waiting }: Outcome) {
  const { prompt, state, versions, details, testInputs, stable, differsAt } = plan;
  return {
    name: prompt.name,
    state,
    differsAt,
    versions: versions.map(({ version }) => version),
    details: Object.keys(details),
    testInputs: testInputs !== null,
    stable: stable.kind,
    waiting,
  };
}
