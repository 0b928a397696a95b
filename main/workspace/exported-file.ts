import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  ExportedOutcome,
  ExportedOutcomes,
  ExportedRow,
  ExportedRows,
} from '#core/contract/import-shapes.ts';
import { Problem } from '#core/contract/problem.ts';
import { AppError } from '../app-error.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import { applyPlan } from '../transfer/apply-plan.ts';
import { describePlan, isChange } from '../transfer/describe-plan.ts';
import { inParallel } from '../transfer/in-parallel.ts';
import { type PlanOptions, planPrompt } from '../transfer/plan-import.ts';
import { type ExportedPrompt, readExport } from '../transfer/read-export.ts';

const promptsAtOnce = 8;
const called = 'the file';

/** An export file while it is imported: first it is handed over, then compared, then applied. */
export interface ExportedFile {
  append(text: string): Promise<void>;
  /** @throws {AppError} `import-not-readable`, with the line, where it is not whole or not as the format says */
  beginPlan(client: RegistryClient, how: Omit<PlanOptions, 'policy'>): Promise<void>;
  planNext(): Promise<ExportedRows>;
  beginApplying(names: readonly string[]): void;
  /** Applies some of the chosen prompts; one that fails keeps no other back. */
  applyNext(): Promise<ExportedOutcomes>;
  close(): Promise<void>;
}

/** @param folder where the file is kept until it is closed; what is left there of an earlier one is removed */
export async function openExportedFile(folder: string): Promise<ExportedFile> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}.jsonl`);
  const target = await open(path, 'wx', 0o600);
  let client: RegistryClient | null = null;
  let options: PlanOptions | null = null;
  let prompts = readExport(path, called);
  let chosen: ReadonlySet<string> = new Set();

  const plan = async (exported: ExportedPrompt) => {
    if (!client || !options) throw new AppError('import-not-readable', 'It was not compared yet.');
    return { client, plan: await planPrompt(client, exported, options) };
  };
  return {
    append: async (text) => void (await target.writeFile(text)),
    async beginPlan(next, how) {
      // The whole file is checked before anything is shown.
      for await (const _ of readExport(path, called));
      client = next;
      options = { policy: await next.call('getPolicy', {}), ...how };
      prompts = readExport(path, called);
    },
    async planNext() {
      const { items, isEnd } = await take(prompts, () => true);
      const rows: ExportedRow[] = [];
      await inParallel(items, promptsAtOnce, async (exported) => {
        rows.push(toRow((await plan(exported)).plan));
      });
      return { rows: rows.toSorted((a, b) => (a.name < b.name ? -1 : 1)), isEnd };
    },
    beginApplying(names) {
      chosen = new Set(names);
      prompts = readExport(path, called);
    },
    async applyNext() {
      const { items, isEnd } = await take(prompts, ({ prompt }) => chosen.has(prompt.name));
      const outcomes: ExportedOutcome[] = [];
      await inParallel(items, promptsAtOnce, async (exported) => {
        outcomes.push(await apply(exported, plan));
      });
      return { outcomes, isEnd };
    },
    async close() {
      await target.close();
      await prompts.return(undefined);
      await rm(path, { force: true });
    },
  };
}

async function apply(
  exported: ExportedPrompt,
  plan: (
    exported: ExportedPrompt,
  ) => Promise<{ client: RegistryClient; plan: Awaited<ReturnType<typeof planPrompt>> }>,
): Promise<ExportedOutcome> {
  const { name } = exported.prompt;
  try {
    // It is compared again: somebody may have worked here since.
    const planned = await plan(exported);
    return { name, waiting: await applyPlan(planned.client, planned.plan) };
  } catch (error) {
    if (error instanceof Problem || error instanceof AppError) {
      return { name, code: error.code, reason: error.message };
    }
    throw error;
  }
}

/** The next few prompts that are wanted. */
async function take(prompts: AsyncGenerator<ExportedPrompt>, isWanted: (prompt: ExportedPrompt) => boolean) {
  const items: ExportedPrompt[] = [];
  while (items.length < promptsAtOnce) {
    const next = await prompts.next();
    if (next.done) return { items, isEnd: true };
    if (isWanted(next.value)) items.push(next.value);
  }
  return { items, isEnd: false };
}

function toRow(plan: Awaited<ReturnType<typeof planPrompt>>): ExportedRow {
  const { prompt, state, versions } = plan;
  const { name, title = name } = prompt;
  return {
    name,
    title,
    state,
    isChange: isChange(plan),
    versions: versions.length,
    sentence: describePlan(plan),
  };
}
