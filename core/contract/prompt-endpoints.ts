import { z } from 'zod';
import { longestSearch } from '../domain/search/search-words.ts';
import { referenceInQuery, versionDiff } from './diff-shapes.ts';
import type { Endpoint } from './endpoint.ts';
import { byName, page, paging } from './parts.ts';
import * as shape from './shapes.ts';

const variableValues = z.record(z.string(), z.unknown());
const missingMode = z.enum(['error', 'blank', 'keep']);
const versionInPath = z.coerce.number().pipe(shape.versionNumber);

/** Reading and writing prompts and their versions. */
export const promptEndpoints = {
  resolvePrompt: {
    method: 'POST',
    path: '/prompts/:name',
    access: 'app',
    summary: 'The finished text of a prompt, as an application uses it',
    params: byName,
    body: z.strictObject({
      version: z.union([z.enum(['stable', 'latest']), shape.versionNumber]).default('stable'),
      variables: variableValues.default({}),
      missing: missingMode.default('error'),
    }),
    status: 200,
    response: shape.resolvedPrompt,
    alsoAs: 'text/plain',
  },
  resolvePromptByQuery: {
    method: 'GET',
    path: '/prompts/:name',
    access: 'app',
    summary: 'The same by GET: `_version` and `_missing` are ours, every other parameter is a variable',
    params: byName,
    query: z
      .object({ _version: z.string().max(20).default('stable'), _missing: missingMode.default('error') })
      .catchall(z.string()),
    status: 200,
    response: shape.resolvedPrompt,
    alsoAs: 'text/plain',
  },
  listPrompts: {
    method: 'GET',
    path: '/prompts',
    access: 'viewer',
    summary:
      'Summaries of prompts. With `query`, those that hold every word of it in name, title, tags, description or latest text, the nearest first unless `sort` says otherwise',
    query: z.strictObject({
      query: shape.words(longestSearch).optional(),
      folder: shape.words(128).optional(),
      tag: shape.words(64).optional(),
      archived: z.enum(['true', 'false', 'any']).default('false'),
      /** By relevance where there is a query, else by name. */
      sort: z.enum(['relevance', 'name', '-name', 'updatedAt', '-updatedAt']).optional(),
      ...paging,
    }),
    status: 200,
    response: page(shape.promptSummary),
  },
  createPrompt: {
    method: 'POST',
    path: '/prompts',
    access: 'editor',
    summary: 'A new prompt with its version 1',
    body: z.strictObject({
      name: shape.promptName,
      title: shape.title.optional(),
      description: shape.description.default(''),
      tags: shape.tags.default([]),
      content: shape.content,
      variables: shape.variableDeclarations.default([]),
      note: shape.note.default(''),
    }),
    status: 201,
    response: shape.version,
  },
  getDetails: {
    method: 'GET',
    path: '/prompts/:name/details',
    access: 'viewer',
    summary: 'Title, description, tags and where the channels are',
    params: byName,
    status: 200,
    response: shape.promptSummary,
  },
  updateDetails: {
    method: 'PATCH',
    path: '/prompts/:name/details',
    access: 'editor',
    summary: 'Changes title, description, tags, or archives and restores',
    params: byName,
    body: z.strictObject({
      title: shape.title.optional(),
      description: shape.description.optional(),
      tags: shape.tags.optional(),
      archived: z.boolean().optional(),
    }),
    status: 200,
    response: shape.promptSummary,
  },
  listVersions: {
    method: 'GET',
    path: '/prompts/:name/versions',
    access: 'viewer',
    summary: 'All versions, newest first, without their content',
    params: byName,
    query: z.strictObject(paging),
    status: 200,
    response: page(shape.versionSummary),
  },
  getVersion: {
    method: 'GET',
    path: '/prompts/:name/versions/:version',
    access: 'viewer',
    summary: 'One version with its content, not rendered',
    params: byName.extend({ version: versionInPath }),
    status: 200,
    response: shape.version,
  },
  compareVersions: {
    method: 'GET',
    path: '/prompts/:name/diff',
    access: 'viewer',
    summary: 'What changed between two versions, word by word, with a summary in one line',
    params: byName,
    query: z.strictObject({
      from: referenceInQuery.default('stable'),
      to: referenceInQuery.default('latest'),
    }),
    status: 200,
    response: versionDiff,
    alsoAs: 'text/x-diff',
  },
  saveVersion: {
    method: 'POST',
    path: '/prompts/:name/versions',
    access: 'editor',
    summary: 'Saves a new version, unless somebody saved one after `baseVersion`',
    params: byName,
    body: z.strictObject({
      content: shape.content,
      variables: shape.variableDeclarations.default([]),
      note: shape.note.default(''),
      baseVersion: shape.versionNumber,
      /** Where given, the base has to have this content: a registry may have been set back meanwhile. */
      baseContentHash: shape.baseContentHash,
    }),
    status: 201,
    response: shape.version,
  },
} as const satisfies Record<string, Endpoint>;
