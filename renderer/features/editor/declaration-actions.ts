import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { DeclaredText } from '#core/domain/declared-text.ts';
import { findRenameFault, renameVariable } from '#core/domain/rename-variable.ts';
import { findDeclarationFault, maxVariables, type VariableDeclaration } from '#core/domain/variables.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { formatCount } from '../../format/counts.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { usePreview } from './preview-store.ts';
import { carryIntoSets } from './value-sets.ts';

/** What can be done with the declared variables of an open prompt. Each is a step that undo takes back. */
export interface DeclarationActions {
  /**
   * Declares a variable, or declares it anew. With `content`, the text changes in the same step.
   *
   * @returns why it cannot be, in words, or `null`
   */
  declareVariable(place: PromptPlace, declaration: VariableDeclaration, content?: string): string | null;
  /** @returns why it cannot be, in words, or `null` */
  updateDeclaration(place: PromptPlace, name: string, change: DeclarationChange): string | null;
  /** @returns how to put it back where it was among the others */
  removeDeclaration(place: PromptPlace, name: string): () => void;
  /**
   * Renames a variable everywhere: in the text, in its declaration, and for its value. With `declaration`, what is
   * declared of it changes in the same step.
   *
   * @returns why it cannot be, in words, or `null`
   */
  renameVariable(
    place: PromptPlace,
    from: string,
    to: string,
    declaration?: VariableDeclaration,
  ): string | null;
}

/** What changes of a declaration; `undefined` takes an optional part away. */
export type DeclarationChange = Partial<Omit<VariableDeclaration, 'name'>>;

export function createDeclarationActions(
  read: (place: PromptPlace) => DeclaredText | undefined,
  write: (place: PromptPlace, text: Partial<DeclaredText>) => void,
): DeclarationActions {
  return {
    declareVariable(place, declaration, content) {
      const before = read(place);
      if (!before) return null;
      const fault = findFault(before, declaration, declaration.name);
      if (fault) return fault;
      const variables = put(before.variables, declaration);
      write(place, content === undefined ? { variables } : { variables, content });
      return null;
    },
    updateDeclaration(place, name, change) {
      const variables = read(place)?.variables ?? [];
      const index = variables.findIndex((variable) => variable.name === name);
      const before = variables[index];
      if (!before) return null;
      const next = withoutUndefined({ ...before, ...change });
      const fault = findDeclarationFault(next);
      if (!fault) write(place, { variables: variables.with(index, next) });
      return fault;
    },
    removeDeclaration(place, name) {
      const variables = read(place)?.variables ?? [];
      const index = variables.findIndex((variable) => variable.name === name);
      const removed = variables[index];
      if (!removed) return () => undefined;
      write(place, { variables: variables.toSpliced(index, 1) });
      return () => {
        const now = read(place)?.variables ?? [];
        if (now.some((variable) => variable.name === name)) return;
        write(place, { variables: now.toSpliced(index, 0, removed) });
      };
    },
    renameVariable(place, from, to, declaration) {
      const before = read(place);
      if (!before || from === to) return null;
      const fault =
        findRenameFault(before, from, to) ?? (declaration && findFault(before, declaration, from));
      if (fault) return fault;
      tellOfSets(place, from, to, usePreview.getState().copyValue(place, from, to));
      const renamed = renameVariable(before, from, to);
      write(place, declaration ? { ...renamed, variables: put(renamed.variables, declaration) } : renamed);
      return null;
    },
  };
}

/** The value sets are everybody's, and results that were kept are about them: they change when somebody wants it. */
function tellOfSets(place: PromptPlace, from: string, to: string, count: number): void {
  if (count === 0) return;
  const keep = () =>
    carryIntoSets(place, from, to).catch((thrown: unknown) =>
      useNotices.getState().showError(toBridgeError(thrown)),
    );
  useNotices.getState().show({
    tone: 'neutral',
    about: placeKey(place),
    title: `${from} is called ${to} now`,
    message: `${formatCount(count, 'value set')} ${count === 1 ? 'has' : 'have'} a value for ${from}. Update ${count === 1 ? 'it' : 'them'}, and everybody finds that value under the new name.`,
    action: { label: 'Update for everybody', run: () => void keep() },
  });
}

function findFault({ variables }: DeclaredText, declaration: VariableDeclaration, known: string) {
  const isNew = !variables.some(({ name }) => name === known);
  if (isNew && variables.length >= maxVariables) {
    return `A prompt can describe ${maxVariables} variables at most.`;
  }
  return findDeclarationFault(declaration);
}

function put(
  variables: readonly VariableDeclaration[],
  declaration: VariableDeclaration,
): VariableDeclaration[] {
  const index = variables.findIndex(({ name }) => name === declaration.name);
  return index < 0 ? [...variables, declaration] : variables.with(index, declaration);
}

/** Equal declarations are equal as JSON, too. */
function withoutUndefined(declaration: VariableDeclaration): VariableDeclaration {
  const parts = Object.entries(declaration).filter(([, part]) => part !== undefined);
  return Object.fromEntries(parts) as unknown as VariableDeclaration;
}
