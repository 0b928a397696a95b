import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { applyEdits, moveOntoLineEndings } from '#core/domain/apply-edits.ts';
import type { VariableToBe } from '#core/domain/make-variable.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from './editor-store.ts';
import { usePreview } from './preview-store.ts';

/** As much as a declaration may hold; a longer passage is only the value. */
const longestExample = 10_000;

/**
 * Puts a variable in the place of words, and declares it with the words as its example and first value, all in
 * one step that can be undone.
 *
 * @returns why it cannot be, in words, or `null`
 */
export function makeVariable(
  place: PromptPlace,
  { words, place: selected, places }: VariableToBe,
  name: string,
  replacesAll: boolean,
): string | null {
  const { documents, write, declareVariable } = useEditor.getState();
  const document = documents[placeKey(place)];
  if (!document) return null;
  const edits = (replacesAll ? places : [selected]).map(({ start, end }) => ({
    start,
    end,
    text: `{{${name}}}`,
  }));
  const content = applyEdits(document.content, moveOntoLineEndings(document.content, edits));
  if (document.variables.some((variable) => variable.name === name)) {
    write(place, { content });
    return null;
  }
  const example = words.length > longestExample ? {} : { example: words };
  const refusal = declareVariable(place, { name, type: 'text', required: true, ...example }, content);
  if (refusal) return refusal;
  usePreview.getState().setValue(place, name, words);
  return null;
}
