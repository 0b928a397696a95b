import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import type { Command } from '../../command.ts';
import { useCompare } from '../compare/compare-store.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { usePromotions } from '../promotion/promotions-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { usePassages } from './passages-store.ts';
import { reviewCommentFieldId } from './review-fields.ts';
import { reviewKey, useReviews } from './reviews-store.ts';
import { whyNotReview } from './why-not.ts';

interface OpenReview {
  readonly place: PromptPlace;
  readonly version: number;
}

function openReview(): OpenReview | null {
  const { view, review } = useNavigation.getState();
  if (view !== 'reviews' || review === null) return null;
  const connection = useConnections.getState().currentId;
  return { place: { connection, prompt: review.prompt }, version: review.version };
}

function mayDecide(): boolean {
  const open = openReview();
  const connection = currentConnection();
  const details = open && useReviews.getState().details[reviewKey(open.place, open.version)];
  return details != null && connection !== null && whyNotReview(details, connection) === null;
}

const waitingForMe = () => {
  const connection = useConnections.getState().currentId;
  const { promotions, waiting } = usePromotions.getState();
  const ids = waiting[connection];
  const open = useNavigation.getState().review;
  return (promotions[connection] ?? [])
    .filter(
      ({ id, prompt, version }) => ids?.has(id) && !(prompt === open?.prompt && version === open.version),
    )
    .at(-1);
};

const approve: Command = {
  id: 'approve',
  name: 'Approve',
  group: 'Prompt',
  keywords: ['review', 'accept', 'sign off'],
  isAvailable: mayDecide,
  run() {
    const open = openReview();
    if (!open) return;
    useReviews
      .getState()
      .decide(open.place, open.version, 'approve')
      .then(() => useNotices.getState().show({ tone: 'success', title: `v${open.version}: approved` }))
      .catch((thrown: unknown) => useNotices.getState().showError(toBridgeError(thrown)));
  },
};

const askForChanges: Command = {
  id: 'ask-for-changes',
  name: 'Ask for changes',
  group: 'Prompt',
  keywords: ['review', 'reject', 'refuse'],
  isAvailable: mayDecide,
  // What should change has to be said first.
  run: () => document.getElementById(reviewCommentFieldId)?.focus(),
};

const commentOnPassage: Command = {
  id: 'comment-on-passage',
  name: 'Comment on the selected words or the change',
  group: 'Prompt',
  shortcut: 'mod+alt+C',
  keywords: ['review', 'note', 'remark'],
  isAvailable: () => openReview() !== null,
  run() {
    const open = openReview();
    if (!open) return;
    // Without a mouse, going to a change is how words are chosen.
    if (usePassages.getState().quote === null) useCompare.getState().navigation?.selectChange?.();
    if (usePassages.getState().quote === null) document.getElementById(reviewCommentFieldId)?.focus();
    else usePassages.getState().commentOnQuote(open.place, open.version);
  },
};

const nextReview: Command = {
  id: 'next-review',
  name: 'Open the next review that waits for you',
  group: 'Go',
  keywords: ['queue', 'waiting', 'approve'],
  isAvailable: () => waitingForMe() !== undefined,
  run() {
    const next = waitingForMe();
    if (next) useNavigation.getState().openReview(next);
  },
};

/** What can be done with what others have asked for. */
export const reviewCommands: readonly Command[] = [approve, askForChanges, commentOnPassage, nextReview];
