import type { Version } from '#core/contract/shapes.ts';
import { commonText } from '#core/domain/merge/common-text.ts';
import type { PromptDocument } from '../editor/prompt-document.ts';
import type { MergeBase } from './merge-store.ts';

/** What a text and somebody's version both began from, as far as that is known. */
export function mergeBase({ base, lostBase, content }: PromptDocument, theirs: Version): MergeBase {
  if (!lostBase) {
    const { version, content, variables } = base;
    return { version, content, variables, isLost: false, isGuessed: false };
  }
  const { version, text } = lostBase;
  if (text) return { version, ...text, isLost: true, isGuessed: false };
  return {
    version,
    content: commonText(content, theirs.content),
    variables: [],
    isLost: true,
    isGuessed: true,
  };
}
