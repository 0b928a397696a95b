import type { ColumnType } from 'kysely';
import type { DeliveryStatus } from '#core/contract/webhook-shapes.ts';
import type { PromotionStatus, ReviewDecision } from '#core/domain/promotion.ts';

/** The tables, as both dialects have them. Times are RFC 3339 texts, flags 0 or 1, structures JSON. */
export interface Tables {
  prompts: {
    id: number;
    name: string;
    title: string;
    description: string;
    tags: string;
    archived: number;
    latest: number;
    stable: number | null;
    createdAt: string;
    updatedAt: string;
    /** Title, name, tags and description, folded for searching. */
    searchText: string;
    /** Title and name, folded. */
    searchHeading: ColumnType<string, string | undefined, string>;
  };
  promptTags: { promptId: number; tag: string };
  versions: {
    promptId: number;
    version: number;
    content: string;
    contentHash: string;
    variables: string;
    note: string;
    authorId: string;
    createdAt: string;
    parent: number | null;
    /** How much changed since the version before. */
    wordsAdded: number;
    wordsRemoved: number;
  };
  promotions: {
    /** The order in which they were asked for. */
    position: number;
    id: string;
    promptId: number;
    version: number;
    kind: 'promotion' | 'rollback';
    status: PromotionStatus;
    note: string;
    requestedBy: string;
    createdAt: string;
    baseStable: number | null;
    appliedAt: string | null;
    appliedBy: string | null;
  };
  reviews: {
    position: number;
    id: string;
    promotionId: string;
    memberId: string;
    /** The member's roles when they reviewed. */
    roles: string;
    decision: ReviewDecision;
    comment: string;
    contentHash: string;
    createdAt: string;
  };
  comments: {
    position: number;
    id: string;
    promotionId: string;
    memberId: string;
    text: string;
    quote: string | null;
    createdAt: string;
  };
  /** Policies of prompts that do not follow the registry's. */
  promptPolicies: { promptId: number; policy: string };
  /** All test inputs of a prompt, and the hash by which evaluations know them. */
  testInputs: { promptId: number; inputs: string; inputsHash: string };
  evaluations: {
    position: number;
    id: string;
    promptId: number;
    candidate: number;
    baseline: number | null;
    inputsHash: string;
    passed: number;
    results: string;
    memberId: string;
    createdAt: string;
  };
  /** What calls with an `Idempotency-Key` were answered, until they may be forgotten. */
  firstAnswers: { id: string; fingerprint: string; answer: string; expiresAt: string };
  /** Every move of `stable`, counted per prompt from 1. */
  stableMoves: {
    promptId: number;
    position: number;
    version: number;
    promotionId: string;
    at: string;
  };
  members: {
    position: number;
    id: string;
    name: string;
    email: string | null;
    roles: string;
    createdAt: string;
    /** 0 where the member was deactivated. */
    active: number;
  };
  keys: {
    id: string;
    memberId: string;
    name: string;
    prefix: string;
    /** SHA-256 of the key, in hex. The key itself is nowhere. */
    hash: string;
    createdAt: string;
    expiresAt: string | null;
    revokedAt: string | null;
    lastUsedAt: string | null;
  };
  events: {
    seq: number;
    id: string;
    type: string;
    at: string;
    actorId: string;
    actorName: string;
    prompt: string | null;
    version: number | null;
    data: string;
    previousHash: string;
    hash: string;
  };
  webhooks: {
    position: number;
    id: string;
    url: string;
    types: string;
    description: string;
    active: number;
    /** What signs its deliveries, newest first, as JSON: `[{secret, until}]`. They have to be readable for that. */
    secrets: string;
    /** Events up to this one have become deliveries, where they are of its types. */
    readUpTo: number;
    createdAt: string;
  };
  /** One event for one webhook. */
  deliveries: {
    id: string;
    webhookId: string;
    eventSeq: number;
    status: DeliveryStatus;
    attempts: number;
    responseStatus: number | null;
    failure: string | null;
    createdAt: string;
    lastAttemptAt: string | null;
    nextAttemptAt: string | null;
    /** The attempt under way, and when it counts as dead: until then, no process begins another. */
    leasedBy: string | null;
    leasedUntil: string | null;
  };
  /** Single facts about this registry, for example its policy. */
  facts: { name: string; value: string };
}
