import type { Promotion } from '#core/contract/shapes.ts';
import { StateBadge } from '../../components/state-badge.tsx';

const statusWords: Record<Promotion['status'], string> = {
  pending: 'waiting for review',
  approved: 'approved',
  'changes-requested': 'changes asked for',
  withdrawn: 'withdrawn',
  superseded: 'superseded',
  applied: 'promoted',
};

/** Where a promotion stands, in a word or two. */
export function PromotionBadge({ promotion }: { readonly promotion: Promotion }) {
  const { status, missing } = promotion;
  if (status === 'pending' && missing.length === 0) {
    return <StateBadge tone="positive">ready to promote</StateBadge>;
  }
  return <StateBadge tone={status === 'approved' ? 'positive' : 'warning'}>{statusWords[status]}</StateBadge>;
}
