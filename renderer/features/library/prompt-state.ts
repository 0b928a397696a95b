import type { PromptSummary } from '#core/contract/shapes.ts';
import type { BadgeTone } from '../../components/state-badge.tsx';

export interface PromptState {
  readonly label: string;
  readonly tone: BadgeTone;
}

/** Says in a word where a prompt stands between `latest` and `stable`; `null` where both are the same. */
export function describePromptState(prompt: PromptSummary): PromptState | null {
  if (prompt.pendingPromotions > 0) return { label: 'waiting', tone: 'warning' };
  if (prompt.stable === null) return { label: 'not promoted', tone: 'neutral' };
  if (prompt.latest > prompt.stable) return { label: 'ahead of stable', tone: 'accent' };
  return null;
}
