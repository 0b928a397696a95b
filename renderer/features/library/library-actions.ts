import type { PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from '../editor/editor-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { findPrompt, useLibrary } from './library-store.ts';

export interface DetailsChange {
  readonly title?: string;
  readonly description?: string;
  readonly tags?: string[];
  readonly archived?: boolean;
}

/**
 * Changes what is known of a prompt beside its text.
 *
 * @throws BridgeFailure
 */
export async function changeDetails(place: PromptPlace, change: DetailsChange): Promise<void> {
  useLibrary.getState().put(place.connection, await unwrap(bridge.prompts.update({ ...place, ...change })));
}

/** The same, with a notice where it fails, and one that offers to undo it where it does not. */
async function changeWithUndo(
  place: PromptPlace,
  change: DetailsChange,
  undo: DetailsChange,
  words: { readonly title: string; readonly message?: string },
): Promise<boolean> {
  try {
    await changeDetails(place, change);
  } catch (thrown) {
    useNotices.getState().showError(toBridgeError(thrown));
    return false;
  }
  const run = () =>
    void changeDetails(place, undo).catch((thrown: unknown) =>
      useNotices.getState().showError(toBridgeError(thrown)),
    );
  useNotices.getState().show({ tone: 'neutral', ...words, action: { label: 'Undo', run } });
  return true;
}

const titleOf = ({ connection, prompt }: PromptPlace) =>
  findPrompt(useLibrary.getState(), connection, prompt)?.title ?? prompt;

/** Takes a prompt out of the list. Applications still get it, and it can be restored at any time. */
export function archivePrompt(place: PromptPlace): void {
  void changeWithUndo(
    place,
    { archived: true },
    { archived: false },
    {
      title: `${titleOf(place)} is archived`,
      message: 'It is no longer in the list. Applications still get it.',
    },
  );
}

/** Puts an archived prompt back into the list. */
export function restorePrompt(place: PromptPlace): void {
  void changeWithUndo(
    place,
    { archived: false },
    { archived: true },
    { title: `${titleOf(place)} is back in the list` },
  );
}

/** Gives a prompt another title. Answers whether that is done; where not, a notice says why. */
export async function renamePrompt(place: PromptPlace, title: string): Promise<boolean> {
  const before = titleOf(place);
  const wanted = title.trim();
  if (wanted === '' || wanted === before) return true;
  return changeWithUndo(
    place,
    { title: wanted },
    { title: before },
    { title: `The title is now “${wanted}”` },
  );
}

/**
 * Makes a new prompt with the text of another one as it is in the editor, unsaved words included.
 *
 * @throws BridgeFailure
 */
export async function createDuplicate(
  place: PromptPlace,
  prompt: PromptSummary,
  wanted: { readonly name: string; readonly title: string },
): Promise<void> {
  const text =
    useEditor.getState().documents[placeKey(place)] ??
    (await useVersions.getState().read(place, prompt.latest));
  const { connection } = place;
  await unwrap(
    bridge.prompts.create({
      connection,
      ...wanted,
      description: prompt.description,
      tags: prompt.tags,
      content: text.content,
      variables: text.variables.map(({ choices, ...rest }) => ({
        ...rest,
        choices: choices && [...choices],
      })),
      note: `Copied from ${prompt.name}`,
    }),
  );
  await useLibrary.getState().refresh({ connection, prompt: wanted.name });
}
