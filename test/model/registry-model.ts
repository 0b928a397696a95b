/**
 * The rules of the registry's API page as a small pure model, written from that page and not from the product: the
 * model test drives both and compares them after every step.
 */

export type ModelRole = 'app' | 'viewer' | 'editor' | 'reviewer' | 'promoter' | 'admin';

export interface ModelMember {
  readonly name: string;
  readonly roles: readonly ModelRole[];
}

export interface ModelPolicy {
  readonly requiredApprovals: number;
  readonly reviewerRoles: readonly ModelRole[];
  readonly authorMayApprove: boolean;
}

export interface ModelPromotion {
  readonly prompt: string;
  readonly version: number;
  readonly kind: 'promotion' | 'rollback';
  readonly baseStable: number | null;
  readonly requester: ModelMember;
  readonly reviews: { readonly by: ModelMember; readonly approves: boolean }[];
  end: 'applied' | 'withdrawn' | 'superseded' | null;
}

export interface ModelPrompt {
  readonly versions: { readonly content: string; readonly author: ModelMember }[];
  /** Where `stable` was, oldest first; the last is where it is. */
  readonly stables: number[];
  archived: boolean;
}

export interface Registry {
  policy: ModelPolicy;
  readonly prompts: Map<string, ModelPrompt>;
  readonly promotions: ModelPromotion[];
  readonly events: string[];
}

export function createModel(policy: ModelPolicy): Registry {
  return { policy, prompts: new Map(), promotions: [], events: [] };
}

/** What a role gives: everybody but an `app` reads, everybody resolves, an `admin` may do all. */
export function may({ roles }: ModelMember, needed: ModelRole): boolean {
  if (roles.includes('admin') || needed === 'app') return true;
  return needed === 'viewer' ? roles.some((role) => role !== 'app') : roles.includes(needed);
}

export function stableOf(prompt: ModelPrompt): number | null {
  return prompt.stables.at(-1) ?? null;
}

/** What reviews add up to under the policy that holds now. */
export function standing(registry: Registry, promotion: ModelPromotion) {
  const { policy } = registry;
  const author = registry.prompts.get(promotion.prompt)?.versions[promotion.version - 1]?.author;
  const counting = new Map<ModelMember, boolean>();
  for (const { by, approves } of promotion.reviews) {
    if (!policy.authorMayApprove && (by === author || by === promotion.requester)) continue;
    if (policy.reviewerRoles.some((role) => may(by, role))) counting.set(by, approves);
  }
  const votes = [...counting.values()];
  const approvals = votes.filter(Boolean).length;
  const isRefused = approvals < votes.length;
  const isEnough = approvals >= policy.requiredApprovals;
  return { isRefused, isReady: isEnough && !isRefused, isApproved: isEnough && approvals > 0 && !isRefused };
}

/** A promotion's status as the API names it. */
export function statusOf(registry: Registry, promotion: ModelPromotion): string {
  if (promotion.end) return promotion.end;
  const { isRefused, isApproved } = standing(registry, promotion);
  if (isRefused) return 'changes-requested';
  return isApproved ? 'approved' : 'pending';
}

/** Moves `stable`: whatever else waits was compared with something that is not there any more. */
export function moveStable(registry: Registry, promotion: ModelPromotion): void {
  promotion.end = 'applied';
  registry.prompts.get(promotion.prompt)?.stables.push(promotion.version);
  for (const other of registry.promotions) {
    if (other.prompt === promotion.prompt && other.end === null) other.end = 'superseded';
  }
}
