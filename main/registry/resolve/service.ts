import { Problem } from '#core/contract/problem.ts';
import type { ResolvedPrompt } from '#core/contract/shapes.ts';
import { type MissingMode, renderText } from '#core/domain/render.ts';
import { resolveValues } from '#core/domain/variables.ts';
import type { VersionReference } from '#core/domain/version-reference.ts';
import { promptNotFound } from '../prompts/repository.ts';
import type { CompiledText, CompiledTexts } from './compiled-texts.ts';
import type { Positions } from './positions.ts';
import type { Position } from './repository.ts';

export interface WantedText {
  readonly version: VersionReference;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly missing: MissingMode;
}

const identity = Symbol('identity');

/** An answer that knows what it was made of, beside what is served. */
interface FinishedText extends ResolvedPrompt {
  readonly [identity]: string;
}

/** Stands for what an answer of the resolve service was made of: the same for the same answer, and for no other. */
export function identityOf(resolved: ResolvedPrompt): string {
  return (resolved as FinishedText)[identity];
}

/** Finishes prompts' texts for applications. */
export function createResolveService(positions: Positions, texts: CompiledTexts) {
  const findNumber = async (name: string, reference: VersionReference): Promise<number> => {
    const position = await positions.find(name);
    if (!position) throw promptNotFound(name);
    const number = numberAt(position, reference);
    if (number !== null) return number;
    throw new Problem(
      'channel-empty',
      `No version of “${name}” has been promoted to “stable” yet. Promote one, or ask for “latest”.`,
    );
  };

  return {
    /**
     * @throws Problem `prompt-not-found`, `version-not-found`, `channel-empty`, `missing-variables`,
     *   `invalid-variables`
     */
    resolve: async (name: string, wanted: WantedText): Promise<ResolvedPrompt> => {
      const number = await findNumber(name, wanted.version);
      const text = await texts.find(name, number);
      if (!text) throw new Problem('version-not-found', `“${name}” has no version ${number}.`);
      const { values, missing, invalid } = resolveValues(text.template, text.variables, wanted.variables);
      refuseInvalid(invalid);
      if (wanted.missing === 'error' && missing.length > 0) throw missingVariables(missing);
      return finish(name, number, text, values, wanted);
    },

    /** The same at once; `null` where the store has to be asked, or the values do not fit. */
    resolveFromMemory: (name: string, wanted: WantedText): ResolvedPrompt | null => {
      const position = positions.recall(name);
      const number = position ? numberAt(position, wanted.version) : null;
      const text = number === null ? undefined : texts.recall(name, number);
      if (number === null || !text) return null;
      const { values, missing, invalid } = resolveValues(text.template, text.variables, wanted.variables);
      if (missing.length > 0 && wanted.missing === 'error') return null;
      for (const _ in invalid) return null;
      return finish(name, number, text, values, wanted);
    },
  };
}

export type ResolveService = ReturnType<typeof createResolveService>;

function numberAt(position: Position, reference: VersionReference): number | null {
  return typeof reference === 'number' ? reference : position[reference];
}

function finish(
  name: string,
  version: number,
  text: CompiledText,
  values: ReadonlyMap<string, string>,
  wanted: WantedText,
): FinishedText {
  const { template, variableNames: variables, contentHash } = text;
  const channel = typeof wanted.version === 'number' ? null : wanted.version;
  const mode = wanted.missing === 'blank' ? 'blank' : 'keep';
  const content = renderText(template, values, mode);
  let madeOf = `${text.identity} ${channel} ${mode}`;
  for (const [variable, value] of values) madeOf += ` ${variable}=${value.length}:${value}`;
  return { name, version, channel, content, variables: [...variables], contentHash, [identity]: madeOf };
}

function missingVariables(names: readonly string[]): Problem {
  const list = names.join(', ');
  return new Problem('missing-variables', `These variables need a value: ${list}.`, { names });
}

function refuseInvalid(reasons: Readonly<Record<string, string>>): void {
  const entries = Object.entries(reasons);
  if (entries.length === 0) return;
  const sentence = entries.map(([name, reason]) => `“${name}” ${reason}`).join('; ');
  throw new Problem('invalid-variables', `${sentence}.`, { reasons, names: entries.map(([name]) => name) });
}
