import { areSameVariables } from '#core/domain/same-variables.ts';
import type { DraftNews } from './drafts-store.ts';
import { hasChanges, type PromptDocument } from './prompt-document.ts';

/** What a draft's news changes in the document that it belongs to. */
export function tellDocument(document: PromptDocument, news: DraftNews): Partial<PromptDocument> {
  switch (news.kind) {
    case 'kept': {
      const isAllKept =
        document.content === news.draft.content && areSameVariables(document.variables, news.draft.variables);
      const draftStatus = !hasChanges(document) ? 'none' : isAllKept ? 'kept' : 'pending';
      return { draftStatus, draftSavedAt: news.draft.savedAt, draftError: null };
    }
    case 'discarded':
      return { draftStatus: hasChanges(document) ? 'pending' : 'none', draftSavedAt: null, draftError: null };
    case 'failed':
      return { draftStatus: 'failed', draftError: news.error };
  }
}
