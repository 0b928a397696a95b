import type { Promotion } from '#core/contract/shapes.ts';
import { useNotices } from '../shell/notices-store.ts';

/** Says what became of a wish to promote: applied, or waiting for somebody. */
export function noticeOfPromotion(promotion: Promotion, title: string): void {
  const isApplied = promotion.status === 'applied';
  useNotices.getState().show({
    tone: isApplied ? 'success' : 'neutral',
    title: isApplied
      ? `v${promotion.version} of ${title} is stable now`
      : `The promotion of v${promotion.version} of ${title} is requested`,
    message: isApplied
      ? 'Applications get it with their next call.'
      : promotion.missing.join(' ') || 'A promoter can apply it now.',
  });
}
