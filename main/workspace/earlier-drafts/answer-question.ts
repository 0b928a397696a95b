import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { EarlierDraft, EarlierText } from '#core/contract/earlier-draft-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { createJsonFolders, type JsonFolder } from '../json-folder.ts';
import { addState } from './add-state.ts';
import { listStates, noStates, readState, type StateFile, stateFile } from './state-file.ts';

/** What is asked of the earlier drafts of a prompt. */
export type Question =
  | { readonly kind: 'list' }
  | { readonly kind: 'get'; readonly id: string }
  | { readonly kind: 'keep'; readonly text: EarlierText };

export interface Answers {
  readonly list: EarlierDraft[];
  readonly get: EarlierText | null;
  readonly keep: undefined;
}

/** The folders of earlier drafts, one for each connection. */
export function openStateFolders(
  dataFolder: string,
  onSetAside: (sentence: string) => void,
): (connection: string) => JsonFolder<StateFile> {
  return createJsonFolders<StateFile>(join(dataFolder, 'earlier-drafts'), stateFile, onSetAside);
}

/** Reads or writes the file of a prompt's earlier drafts. */
export async function answerQuestion(
  folder: JsonFolder<StateFile>,
  { prompt }: Pick<PromptPlace, 'prompt'>,
  question: Question,
): Promise<Answers[Question['kind']]> {
  switch (question.kind) {
    case 'list':
      return listStates((await folder.get(prompt)) ?? noStates);
    case 'get':
      return readState((await folder.get(prompt)) ?? noStates, question.id);
    case 'keep':
      return folder.change(prompt, (file) => {
        const before = file ?? noStates;
        const after = addState(before, randomUUID(), question.text);
        return after === before ? undefined : after;
      }) as Promise<undefined>;
  }
}
