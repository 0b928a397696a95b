import { Problem } from '#core/contract/problem.ts';
import { isOpen } from '#core/domain/promotion.ts';
import type { PromotionRow } from './repository.ts';

/** @throws Problem `promotion-closed` where a promotion was applied, withdrawn or is void */
export function checkOpen({ status }: Pick<PromotionRow, 'status'>): void {
  if (isOpen(status)) return;
  const sentence = {
    applied: 'This promotion was applied already.',
    withdrawn: 'This promotion was taken back.',
    superseded: 'This promotion is void: “stable” has moved since it was asked for. Ask for a new one.',
    pending: '',
    approved: '',
    'changes-requested': '',
  }[status];
  throw new Problem('promotion-closed', sentence, { status });
}
