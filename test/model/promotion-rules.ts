import { createHash } from 'node:crypto';
import { type Names, type Outcome, type Prepared, refusal } from './play.ts';
import {
  type ModelMember,
  type ModelPromotion,
  type ModelPrompt,
  may,
  moveStable,
  type Registry,
  stableOf,
  standing,
} from './registry-model.ts';
import type { Guess, Step } from './steps.ts';

/** The rules of promotions, rollbacks and policies; `null` for a step that is something else. */
export function preparePromotionStep(
  registry: Registry,
  member: ModelMember,
  step: Step,
  names: Names,
): Prepared | null {
  if ('promotion' in step) return prepareReviewing(registry, member, step, names);
  if (step.call === 'setPolicy') {
    const { policy } = step;
    return {
      method: 'PUT',
      path: '/policy',
      body: { ...policy, requirePassingTests: false },
      needs: 'admin',
      decide: () => {
        registry.policy = policy;
        return { status: 200, event: 'policy.changed' };
      },
    };
  }
  if (step.call !== 'request' && step.call !== 'rollBack') return null;
  const name = `${names.folder}/p${step.prompt}`;
  const prompt = registry.prompts.get(name);
  const baseStable = guessStable(prompt, step.stable);
  const isRollback = step.call === 'rollBack';
  const wanted = { version: step.version, expectedStable: baseStable };
  return {
    method: 'POST',
    path: `/prompts/${encodeURIComponent(name)}/${isRollback ? 'rollback' : 'promotions'}`,
    body: isRollback ? { ...wanted, reason: 'because' } : wanted,
    needs: isRollback ? 'promoter' : 'editor',
    decide: () => {
      if (!prompt) return refusal(404, 'prompt-not-found');
      if (step.version > prompt.versions.length) return refusal(404, 'version-not-found');
      if (baseStable !== stableOf(prompt)) return refusal(409, 'stable-moved');
      if (step.version === baseStable) return refusal(409, 'already-stable');
      if (isRollback && !prompt.stables.includes(step.version)) return refusal(409, 'never-stable');
      const promotion: ModelPromotion = {
        prompt: name,
        version: step.version,
        kind: isRollback ? 'rollback' : 'promotion',
        baseStable,
        requester: member,
        reviews: [],
        end: null,
      };
      registry.promotions.push(promotion);
      if (!isRollback) return { status: 201, event: 'promotion.requested' };
      moveStable(registry, promotion);
      return { status: 200, event: 'channel.rolled-back' };
    },
  };
}

function prepareReviewing(
  registry: Registry,
  member: ModelMember,
  step: Extract<Step, { promotion: number }>,
  { ids }: Names,
): Prepared {
  const index = ids.length === 0 ? 0 : ids.length - 1 - (step.promotion % ids.length);
  const promotion = registry.promotions[index];
  const path = `/promotions/${ids[index] ?? 'of-nobody'}`;
  const prompt = promotion && registry.prompts.get(promotion.prompt);
  const known = (decide: (promotion: ModelPromotion) => Outcome) => () =>
    promotion ? decide(promotion) : refusal(404, 'promotion-not-found');
  const closed = refusal(409, 'promotion-closed');
  switch (step.call) {
    case 'review': {
      const content = prompt?.versions[(promotion?.version ?? 1) - 1]?.content ?? '';
      const isRight = step.hash === 'right';
      const decision = step.approves ? 'approve' : 'request-changes';
      return {
        method: 'POST',
        path: `${path}/reviews`,
        body: { decision, contentHash: hashOf(isRight ? content : `${content}!`) },
        needs: 'reviewer',
        decide: known((reviewed) => {
          if (reviewed.end) return closed;
          if (!isRight) return refusal(409, 'content-mismatch');
          reviewed.reviews.push({ by: member, approves: step.approves });
          return { status: 200, event: 'promotion.reviewed' };
        }),
      };
    }
    case 'withdraw':
      return {
        method: 'POST',
        path: `${path}/withdraw`,
        needs: 'editor',
        decide: known((withdrawn) => {
          if (withdrawn.requester !== member && !may(member, 'admin')) return refusal(403, 'forbidden');
          if (withdrawn.end) return closed;
          withdrawn.end = 'withdrawn';
          return { status: 200, event: 'promotion.withdrawn' };
        }),
      };
    case 'apply':
      return {
        method: 'POST',
        path: `${path}/apply`,
        needs: 'promoter',
        decide: known((applied) => {
          const hasMoved = prompt !== undefined && stableOf(prompt) !== applied.baseStable;
          if (hasMoved && (!applied.end || applied.end === 'superseded')) return refusal(409, 'stable-moved');
          if (applied.end) return closed;
          if (!standing(registry, applied).isReady) return refusal(409, 'not-approved');
          moveStable(registry, applied);
          return { status: 200, event: 'promotion.applied' };
        }),
      };
  }
}

function guessStable(prompt: ModelPrompt | undefined, guess: Guess): number | null {
  const stable = prompt ? stableOf(prompt) : null;
  return { right: stable, low: Math.max(1, (stable ?? 2) - 1), high: (stable ?? 0) + 1, none: null }[guess];
}

function hashOf(content: string): string {
  return `sha256:${createHash('sha256').update(content, 'utf8').digest('hex')}`;
}
