import type { VersionSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { BridgeFailure } from '../../bridge/unwrap.ts';
import { useVersions } from '../history/versions-store.ts';
import { hasChanges, isSameText, type PromptDocument } from './prompt-document.ts';

/** What a text stands on. */
export type FoundBase = Pick<PromptDocument, 'base' | 'lostBase'>;

/** What a text was written from. */
export function standingOf({ base, lostBase }: PromptDocument) {
  const { version, contentHash } = lostBase ?? base;
  return { baseVersion: version, baseContentHash: contentHash };
}

/**
 * The version that a text was written from. Where the registry has lost it, because it was restored from an older
 * backup or replaced, it is the latest one instead: a draft can always be opened.
 *
 * @param contentHash what that version's content hash was, where it is known
 */
export async function findBase(
  place: PromptPlace,
  wanted: number,
  contentHash: string | null,
  latest: VersionSummary | undefined,
): Promise<FoundBase> {
  const { read } = useVersions.getState();
  try {
    const base = await read(place, wanted);
    if (contentHash === null || base.contentHash === contentHash || !latest) return { base, lostBase: null };
  } catch (thrown) {
    const isGone = thrown instanceof BridgeFailure && thrown.error.code === 'version-not-found';
    if (!isGone || !latest) throw thrown;
  }
  const base = await read(place, latest.version);
  const isSame = contentHash !== null && base.contentHash === contentHash;
  return { base, lostBase: isSame ? null : { version: wanted, contentHash, text: null } };
}

/** What becomes of an open text whose registry was set back or replaced: its own base is what a merge has to know. */
export function meetBase(
  document: PromptDocument,
  { base, lostBase }: FoundBase,
  latest: VersionSummary,
): Partial<PromptDocument> {
  const isShown = !hasChanges(document) && !document.waiting;
  if (isShown) {
    const { content, variables } = base;
    return { base, lostBase: null, conflict: null, newer: null, content, variables };
  }
  if (!lostBase) return { base, newer: latest.version > base.version ? latest : null };
  const { content, variables } = document.base;
  const text = document.lostBase ? document.lostBase.text : { content, variables };
  const isSame = isSameText(document, base);
  // What waits to be sent meets it when it is sent.
  const conflict = isSame || document.waiting ? null : { theirs: base };
  return { base, lostBase: isSame ? null : { ...lostBase, text }, conflict, newer: null };
}
