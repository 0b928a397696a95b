import { parseTemplate, type Template } from '#core/domain/template.ts';
import { effectiveVariables, type VariableDeclaration } from '#core/domain/variables.ts';
import { createBoundedCache } from '../bounded-cache.ts';
import type { Queries } from '../db/database.ts';
import { tagOf } from '../http/entity-tag.ts';
import { findText } from './repository.ts';

/** A version, ready to be rendered. */
export interface CompiledText {
  readonly template: Template;
  readonly variables: readonly VariableDeclaration[];
  readonly variableNames: readonly string[];
  readonly contentHash: string;
  /** Stands for everything that an answer has of this version: its name, number, text and variables. */
  readonly identity: string;
}

/** The most that is kept in memory, in UTF-16 units of content and declarations. */
const keptUnits = 32 * 1024 * 1024;
const unitsPerSegment = 64;

/** Parsed versions, from memory where they were asked for before. A version never changes, so none goes stale. */
export function createCompiledTexts(read: Queries) {
  const kept = createBoundedCache<CompiledText>(keptUnits, weigh);
  return {
    /** What memory has; `undefined` where the store has to be asked. */
    recall: (name: string, version: number): CompiledText | undefined => kept.get(toKey(name, version)),

    /** `null` where there is no such version. */
    find: async (name: string, version: number): Promise<CompiledText | null> => {
      const key = toKey(name, version);
      const known = kept.get(key);
      if (known) return known;
      const row = await findText(read, name, version);
      if (!row) return null;
      const template = parseTemplate(row.content);
      const variables = effectiveVariables(template, JSON.parse(row.variables));
      const variableNames = variables.map((variable) => variable.name);
      const { contentHash } = row;
      const identity = tagOf(JSON.stringify([key, contentHash, variables]));
      const compiled = { template, variables, variableNames, contentHash, identity };
      kept.set(key, compiled);
      return compiled;
    },
  };
}

export type CompiledTexts = ReturnType<typeof createCompiledTexts>;

function toKey(name: string, version: number): string {
  return `${name}@${version}`;
}

function weigh({ template, variables }: CompiledText): number {
  const declared = variables.length === 0 ? 0 : JSON.stringify(variables).length;
  return 2 * template.source.length + unitsPerSegment * template.segments.length + declared;
}
