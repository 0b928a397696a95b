import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { WaitingSave } from '#core/contract/outbox-shapes.ts';
import type { Draft, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { BridgeFailure } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { savesOf, useOutbox } from '../outbox/outbox-store.ts';
import { useDrafts } from './drafts-store.ts';
import { findBase } from './find-base.ts';
import { isSameText, openDocument, type PromptDocument, savedText } from './prompt-document.ts';

/**
 * A prompt as it is opened: with its draft where there is one, else with what waits to be sent, else as its latest
 * version.
 *
 * @throws BridgeFailure
 */
export async function readDocument(place: PromptPlace): Promise<PromptDocument> {
  const key = placeKey(place);
  await Promise.all([
    useDrafts.getState().load(place.connection),
    useOutbox.getState().load(place.connection),
    useVersions.getState().load(place),
  ]);
  const failure = useVersions.getState().errors[key];
  const latest = useVersions.getState().lists[key]?.[0];
  const draft = useDrafts.getState().drafts[key];
  const queue = savesOf(useOutbox.getState(), place);
  const written = draft ?? queue[0];
  const wanted = written?.baseVersion ?? latest?.version;
  if (wanted === undefined) throw new BridgeFailure(failure ?? noSuchPrompt);
  const found = await findBase(place, wanted, written?.baseContentHash ?? null, latest);
  const { base } = found;
  const opened = { ...openDocument(place, base), ...standOnQueue(queue, draft) };
  const { content, variables } = draft ?? savedText(opened);
  const isLost = found.lostBase !== null && !isSameText({ content, variables }, base);
  const document = isLost ? { ...opened, ...found, conflict: { theirs: base } } : opened;
  return {
    ...document,
    content,
    variables,
    draftStatus: draft ? 'kept' : 'none',
    draftSavedAt: draft?.savedAt ?? null,
    restoredFrom: draft?.savedAt ?? null,
    newer: (draft ?? document.waiting) && latest && latest.version > base.version ? latest : null,
  };
}

const noSuchPrompt: BridgeError = { code: 'prompt-not-found', detail: 'No such prompt.', members: {} };

/** Where there is no draft, or it was written after the last waiting save, the text stands on that save. */
function standOnQueue(
  queue: readonly WaitingSave[],
  draft: Draft | undefined,
): Pick<PromptDocument, 'waiting' | 'conflict'> {
  const last = queue.at(-1);
  const theirs = queue[0]?.obstacle?.theirs;
  return {
    waiting: last && (!draft || goesOnFrom(draft, last)) ? last : null,
    conflict: theirs ? { theirs } : null,
  };
}

function goesOnFrom(draft: Draft, save: WaitingSave): boolean {
  if (draft.onTopOf === save.id || isSameText(draft, save)) return true;
  // What was typed while the save was on its way to the disk does not name it yet.
  return draft.baseVersion === save.baseVersion && draft.savedAt >= save.savedAt;
}
