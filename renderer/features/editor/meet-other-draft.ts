import type { Draft, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { areSameVariables } from '#core/domain/same-variables.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { standOnItsBase } from './bring-back.ts';
import { useDrafts } from './drafts-store.ts';
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
    // Whatever becomes of the notice, the other text can be brought back.
    useDrafts.getState().keepEarlier(place, draft);
    useNotices.getState().show({
      tone: 'warning',
      title: `Another tab wrote a different text of ${draft.prompt}`,
      message: 'The text of this tab stays in the editor; the other one is kept under Earlier drafts.',
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
  await standOnItsBase(place, draft.baseVersion);
  useEditor.getState().replaceText(place, draft, 'The text of the other tab is in the editor');
}
