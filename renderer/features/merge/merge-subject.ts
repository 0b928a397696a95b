import type { Version } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { DeclaredText } from '#core/domain/declared-text.ts';
import { commonText } from '#core/domain/merge/common-text.ts';
import { type MergePart, mergeTexts } from '#core/domain/merge/merge-texts.ts';
import { type MergedVariables, mergeVariables } from '#core/domain/merge/merge-variables.ts';

/** An open text, and what it was written from. */
interface OpenText extends DeclaredText {
  readonly place: PromptPlace;
  readonly base: Version;
  /** Where the registry does not have that any more: what is known of it. */
  readonly lostBase: { readonly version: number; readonly text: DeclaredText | null } | null;
}

/** What both texts began from. */
export interface MergeBase {
  readonly version: number;
  readonly text: DeclaredText;
  /** True where the registry does not have it any more. */
  readonly isLost: boolean;
  /** True where nobody knows its text any more, and it is made of what is alike in both. */
  readonly isGuessed: boolean;
}

/** What the user wrote and somebody's version, merged as far as that goes by itself. Decisions belong to just these. */
export interface MergeSubject {
  readonly place: PromptPlace;
  readonly base: MergeBase;
  readonly theirs: Version;
  readonly parts: readonly MergePart[];
  readonly variables: MergedVariables;
  /** Names these texts. */
  readonly id: string;
}

/** Merges an open text with somebody's version. */
export function beginMerge(document: OpenText, theirs: Version): MergeSubject {
  const { place, content, variables } = document;
  const base = mergeBase(document, theirs);
  return {
    place,
    base,
    theirs,
    parts: mergeTexts(base.text.content, content, theirs.content),
    variables: mergeVariables(base.text.variables, variables, theirs.variables),
    id: JSON.stringify([base.version, theirs.version, theirs.contentHash, content, variables]),
  };
}

/** What a text and somebody's version both began from, as far as that is known. */
function mergeBase({ base, lostBase, content }: OpenText, theirs: Version): MergeBase {
  if (!lostBase) return { version: base.version, text: base, isLost: false, isGuessed: false };
  const { version, text } = lostBase;
  if (text) return { version, text, isLost: true, isGuessed: false };
  const alike = { content: commonText(content, theirs.content), variables: [] };
  return { version, text: alike, isLost: true, isGuessed: true };
}
