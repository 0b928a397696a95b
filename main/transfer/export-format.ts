import { z } from 'zod';
import { exportFormatName } from '#core/contract/export-format-name.ts';
import * as shape from '#core/contract/shapes.ts';
import { testInputsBody } from '#core/contract/test-shapes.ts';

/**
 * The lines of an export file, version 1: JSON Lines in UTF-8, one object a line, each with its `kind`. What is
 * optional here may be left out by whoever writes such a file by hand. `docs/export-format.md` describes it.
 */

export const formatVersion = 1;

const person = z.looseObject({ name: z.string() });

const header = z.looseObject({
  kind: z.literal('header'),
  format: z.literal(exportFormatName),
  formatVersion: z.number().int(),
});

const prompt = z.looseObject({
  kind: z.literal('prompt'),
  name: shape.promptName,
  title: shape.title.optional(),
  description: shape.description.optional(),
  tags: shape.tags.optional(),
  archived: z.boolean().optional(),
});
export type PromptLine = z.infer<typeof prompt>;

const version = z.looseObject({
  kind: z.literal('version'),
  prompt: shape.promptName,
  version: shape.versionNumber,
  content: shape.content,
  variables: shape.variableDeclarations.default([]),
  note: shape.note.default(''),
  author: person.optional(),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  contentHash: z.string().optional(),
});
export type VersionLine = z.infer<typeof version>;

const testInputs = z.looseObject({
  kind: z.literal('test-inputs'),
  prompt: shape.promptName,
  inputs: testInputsBody,
});
export type TestInputsLine = z.infer<typeof testInputs>;

/** One stretch of time in which `stable` was a version; oldest first. */
const stable = z.looseObject({
  kind: z.literal('stable'),
  prompt: shape.promptName,
  version: shape.versionNumber,
  since: z.iso.datetime({ offset: true }).optional(),
  promotion: z
    .looseObject({
      kind: z.enum(['promotion', 'rollback']),
      note: shape.note.default(''),
      appliedBy: person.nullable().optional(),
    })
    .default({ kind: 'promotion', note: '' }),
});
export type StableLine = z.infer<typeof stable>;

const end = z.looseObject({
  kind: z.literal('end'),
  prompts: z.number().int().nonnegative(),
  versions: z.number().int().nonnegative(),
  /** SHA-256, in hex, of every byte before this line. */
  sha256: z.string().optional(),
});
export type EndLine = z.infer<typeof end>;

const readLine = z.discriminatedUnion('kind', [header, prompt, version, testInputs, stable, end]);
export type ReadLine = z.infer<typeof readLine>;

const keptForTheRecord = z.looseObject({ kind: z.string() });

/**
 * Reads one line. Kinds that importing has no use for, events for example, are `null`.
 *
 * @throws SyntaxError, or ZodError where the line is not as the format says
 */
export function parseLine(text: string): ReadLine | null {
  const value: unknown = JSON.parse(text);
  const { kind } = keptForTheRecord.parse(value);
  const isRead = readLine.options.some((option) => option.shape.kind.value === kind);
  return isRead ? readLine.parse(value) : null;
}
