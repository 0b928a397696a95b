import type { Promotion } from '#core/contract/shapes.ts';
import { type BadgeTone, StateBadge } from './state-badge.tsx';

const states: Record<Promotion['status'], readonly [word: string, tone: BadgeTone]> = {
  pending: ['waiting for review', 'warning'],
  approved: ['approved', 'positive'],
  'changes-requested': ['changes asked for', 'warning'],
  withdrawn: ['withdrawn', 'neutral'],
  superseded: ['void', 'neutral'],
  applied: ['promoted', 'neutral'],
};

/** Where a promotion stands, in a word or two. */
export function PromotionBadge({ promotion }: { readonly promotion: Promotion }) {
  const { status, missing } = promotion;
  if (status === 'pending' && missing.length === 0) {
    return <StateBadge tone="positive">ready to promote</StateBadge>;
  }
  const [word, tone] = states[status];
  return <StateBadge tone={tone}>{word}</StateBadge>;
}
