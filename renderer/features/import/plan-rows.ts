import type { ExistingPrompt, ExistingVersions } from '#core/contract/import-shapes.ts';
import { isPromptName, maxPromptNameLength, nameForTitle } from '#core/domain/prompt-name.ts';
import type { Candidate } from './candidate.ts';
import type { ConvertedCandidate } from './convert-candidates.ts';

/** What importing a row would do. */
export type RowState =
  | { readonly kind: 'new' }
  | { readonly kind: 'new-version'; readonly existing: ExistingPrompt }
  /** The newest version has this text already. */
  | { readonly kind: 'unchanged'; readonly version: number }
  /** An older version has this text: somebody went on from there. */
  | { readonly kind: 'older'; readonly version: number; readonly existing: ExistingPrompt }
  /** The same name and text stand further up. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'impossible'; readonly reason: string }
  /** The registry has not said yet what its versions are. */
  | { readonly kind: 'checking' };
export type RowKind = RowState['kind'];

/** What a person changed of a row. */
export interface RowEdit {
  readonly title?: string;
  readonly name?: string;
  readonly isChosen?: boolean;
}

export interface PlannedRow {
  readonly index: number;
  readonly candidate: Candidate;
  readonly converted: ConvertedCandidate | null;
  readonly title: string;
  readonly name: string;
  readonly state: RowState;
  /** What should be known about the name, or the prompt that has it, as a sentence. */
  readonly hint: string | null;
  /** A name that is free, where this one is not, or belongs to a prompt with another title. */
  readonly freeName: string | null;
  /** True where it will be imported. */
  readonly isChosen: boolean;
}

export interface RowInput {
  readonly candidates: readonly Candidate[];
  readonly converted: readonly ConvertedCandidate[];
  readonly edits: ReadonlyMap<number, RowEdit>;
  /** Put before every name; may be empty. */
  readonly folder: string;
  readonly existing: ReadonlyMap<string, ExistingPrompt>;
  readonly versions: ReadonlyMap<string, ExistingVersions['versions']>;
}

/** Says of every candidate what importing it would do. Names that are taken in the list itself get a number. */
export function planRows(input: RowInput): PlannedRow[] {
  const { candidates, converted, edits, folder, existing } = input;
  const wanted = candidates.map(
    (candidate, index) =>
      edits.get(index)?.name ?? inFolder(folder, nameAfter(candidate, edits.get(index)?.title)),
  );
  const inList = new Set(wanted);
  const hashes = new Map<string, string | undefined>();
  const numbers = new Map<string, number>();
  const find = (start: string) => findFreeName(start, (name) => inList.has(name) || existing.has(name));

  return candidates.map((candidate, index): PlannedRow => {
    const edit = edits.get(index);
    const result = converted[index] ?? null;
    const hash = result?.contentHash;
    let name = wanted[index] ?? '';
    let hint: string | null = null;
    let isTaken = false;
    let isRepeated = false;
    const isMeant = isImportable(candidate, result) && name !== '';
    if (isMeant && hashes.has(name)) {
      isRepeated = hash !== undefined && hashes.get(name) === hash;
      isTaken = !isRepeated && edit?.name !== undefined;
      if (!isRepeated && !isTaken) {
        // The registry is not asked, so that importing the same list again gives the same names.
        name = findFreeName(name, (other) => inList.has(other), numbers);
        inList.add(name);
        hint = 'Another row has this name, so that it got a number.';
      }
    }
    if (isMeant && !isTaken && !isRepeated) hashes.set(name, hash);
    const title = edit?.title ?? candidate.title;
    const state: RowState = isRepeated
      ? { kind: 'repeated' }
      : isTaken
        ? { kind: 'impossible', reason: 'Another row has this name.' }
        : findState(candidate, result, title, name, input);
    if ('existing' in state && state.existing.archived) hint ??= 'It is archived, and stays out of the list.';
    const other = 'existing' in state && state.existing.title !== title ? state.existing : null;
    return {
      index,
      candidate,
      converted: result,
      title,
      name,
      state,
      hint,
      freeName: isImportable(candidate, result)
        ? suggestFreeName(state, isTaken || other !== null, name, title, find)
        : null,
      isChosen: canBeImported(state) && (edit?.isChosen ?? state.kind !== 'older'),
    };
  });
}

/** True where there is something that may be chosen or left out. */
export function canBeImported({ kind }: RowState): boolean {
  return kind === 'new' || kind === 'new-version' || kind === 'older';
}

function isImportable(candidate: Candidate, converted: ConvertedCandidate | null): boolean {
  return candidate.fault === null && (converted?.fault ?? null) === null;
}

function findState(
  candidate: Candidate,
  converted: ConvertedCandidate | null,
  title: string,
  name: string,
  { existing, versions }: RowInput,
): RowState {
  const fault = candidate.fault ?? converted?.fault;
  if (fault) return { kind: 'impossible', reason: fault };
  if (!converted) return { kind: 'checking' };
  if (name === '')
    return { kind: 'impossible', reason: 'Give it a name: applications fetch it by this name.' };
  if (!isPromptName(name)) {
    return {
      kind: 'impossible',
      reason: 'A name has lower-case letters, digits and “-”, and “/” for folders.',
    };
  }
  const here = existing.get(name);
  if (!here) {
    if (title.trim() === '') return { kind: 'impossible', reason: 'Give it a title.' };
    if (title.trim().length > 200)
      return { kind: 'impossible', reason: 'The title is longer than 200 characters.' };
    return { kind: 'new' };
  }
  const known = versions.get(name);
  if (!known) return { kind: 'checking' };
  const same = known.find(({ contentHash }) => contentHash === converted.contentHash);
  if (!same) return { kind: 'new-version', existing: here };
  if (same === known[0]) return { kind: 'unchanged', version: same.version };
  return { kind: 'older', version: same.version, existing: here };
}

function suggestFreeName(
  state: RowState,
  isInTheWay: boolean,
  name: string,
  title: string,
  find: (start: string) => string,
): string | null {
  if (isInTheWay) return find(name);
  if (state.kind !== 'impossible' || isPromptName(name) || title.trim() === '') return null;
  return find(nameForTitle(name || title));
}

/** @param numbers where the last search for a name ended, so that many equal names stay cheap */
function findFreeName(
  name: string,
  isTaken: (name: string) => boolean,
  numbers = new Map<string, number>(),
): string {
  if (!isTaken(name)) return name;
  for (let number = (numbers.get(name) ?? 1) + 1; ; number += 1) {
    const ending = `-${number}`;
    const candidate = `${name.slice(0, maxPromptNameLength - ending.length).replace(/[-/]+$/, '')}${ending}`;
    if (isTaken(candidate)) continue;
    numbers.set(name, number);
    return candidate;
  }
}

function inFolder(folder: string, name: string): string {
  return folder === '' || name === ''
    ? name
    : `${folder}/${name}`.slice(0, maxPromptNameLength).replace(/[-/]+$/, '');
}

/** A name that was made of the title follows it; one that the source gave stays. */
function nameAfter(candidate: Candidate, title: string | undefined): string {
  if (!title?.trim() || candidate.name !== nameForTitle(candidate.title)) return candidate.name;
  return nameForTitle(title);
}
