import type { Draft, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { areSameVariables } from '#core/domain/same-variables.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { useEditor } from './editor-store.ts';
import { hasChanges } from './prompt-document.ts';

/** Takes in a draft that another tab wrote. Where this tab has unsaved text too, neither of them is dropped. */
export async function meetOtherDraft(draft: Draft): Promise<void> {
  const place = { connection: draft.connection, prompt: draft.prompt };
  const key = placeKey(place);
  const document = useEditor.getState().documents[key];
  if (!document) return;
  if (document.content === draft.content && areSameVariables(document.variables, draft.variables)) return;
  if (hasChanges(document)) {
    useNotices.getState().show({
      tone: 'warning',
      title: `Another tab wrote a different text of ${draft.prompt}`,
      message: 'The text of this tab stays in the editor.',
      isLasting: true,
      action: { label: 'Show the other text', run: () => void showOther(place, draft) },
    });
    return;
  }
  const { [key]: _, ...others } = useEditor.getState().documents;
  useEditor.setState({ documents: others });
  await useEditor.getState().open(place);
}

async function showOther(place: PromptPlace, draft: Draft): Promise<void> {
  const base = useEditor.getState().documents[placeKey(place)]?.base;
  if (base && draft.baseVersion < base.version) {
    // On its own base, so that saving it does not quietly undo what was saved since.
    const older = await useVersions
      .getState()
      .read(place, draft.baseVersion)
      .catch(() => null);
    if (older) useEditor.getState().rebase(place, older);
  }
  useEditor.getState().replaceText(place, draft, 'The text of the other tab is in the editor');
}
