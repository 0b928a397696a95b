import type { Draft, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { findItsBase } from './bring-back.ts';
import { type DraftChange, useDrafts } from './drafts-store.ts';
import { useEditor } from './editor-store.ts';
import { hasChanges, isSameText } from './prompt-document.ts';

/** Takes in what another tab did to a draft. Where this tab has text of its own, neither of them is dropped. */
export async function meetOtherDraft({ place, before, now }: DraftChange): Promise<void> {
  const key = placeKey(place);
  const document = useEditor.getState().documents[key];
  if (!document || (now && isSameText(document, now))) return;
  const isKnown = before !== null && isSameText(document, before);
  const isTyped = useDrafts.getState().isBusy(place) || (hasChanges(document) && !isKnown);
  if (!isTyped) {
    const { [key]: _, ...others } = useEditor.getState().documents;
    useEditor.setState({ documents: others });
    return useEditor.getState().open(place);
  }
  if (!now) return;
  // Whatever becomes of the notice, the other text can be brought back.
  useDrafts.getState().keepEarlier(place, now);
  useNotices.getState().show({
    tone: 'warning',
    title: `Another tab wrote a different text of ${place.prompt}`,
    message: 'The text of this tab stays in the editor; the other one is kept under Earlier drafts.',
    isLasting: true,
    action: { label: 'Show the other text', run: () => void showOther(place, now) },
  });
}

async function showOther(place: PromptPlace, draft: Draft): Promise<void> {
  const onto = await findItsBase(place, draft);
  useEditor.getState().replaceText(place, draft, 'The text of the other tab is in the editor', { onto });
}
