import { Problem } from '#core/contract/problem.ts';
import { type Policy, defaultPolicy as standardPolicy } from '#core/domain/promotion.ts';
import { createChannelsService } from './channels/service.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Database } from './db/database.ts';
import { createDiffService } from './diff/service.ts';
import { createEvaluationService } from './evaluations/service.ts';
import { createAppendEvent } from './events/append-event.ts';
import { createEventFeed } from './events/event-feed.ts';
import { createEventSequence } from './events/event-sequence.ts';
import { createEventsService } from './events/service.ts';
import { createFirstAnswers } from './idempotency/first-answers.ts';
import { forgetExpiredAnswers } from './idempotency/forget-expired-answers.ts';
import { createAuthenticator } from './keys/authenticate.ts';
import { createLastUse } from './keys/last-use.ts';
import { createRateLimit, defaultRateLimit } from './keys/rate-limit.ts';
import { createKeysService } from './keys/service.ts';
import type { RegistryLog } from './log.ts';
import { createMembersService } from './members/service.ts';
import { createPolicySource } from './policy/policy-source.ts';
import { createPolicyService } from './policy/service.ts';
import { createCommentService } from './promotions/comment-service.ts';
import { createReviewService } from './promotions/review-service.ts';
import { createRollbackService } from './promotions/rollback-service.ts';
import { createPromotionsService } from './promotions/service.ts';
import { createPromptsService } from './prompts/service.ts';
import { createCompiledTexts } from './resolve/compiled-texts.ts';
import { createPositions } from './resolve/positions.ts';
import { createResolveService } from './resolve/service.ts';
import { createTestInputsService } from './test-inputs/service.ts';
import { createVersionsService } from './versions/service.ts';
import { createWebhooks } from './webhooks/create-webhooks.ts';
import type { WebhookOptions } from './webhooks/webhook-options.ts';

export interface ServiceOptions {
  readonly log: RegistryLog;
  readonly clock?: Clock | undefined;
  /** Holds until an administrator sets a policy. */
  readonly defaultPolicy?: Policy | undefined;
  /** Requests a second and key. */
  readonly rateLimit?: number | undefined;
  readonly webhooks?: WebhookOptions | undefined;
}

/** Constructs and wires everything that decides something in a registry. */
export function createServices(store: Database, options: ServiceOptions) {
  const { log, clock = systemClock, defaultPolicy = standardPolicy } = options;
  const firstAnswers = createFirstAnswers(store, clock);
  const { database } = firstAnswers;
  const stopForgetting = forgetExpiredAnswers(store, clock, log);
  const { others } = database;
  const feed = createEventFeed(() => !sequence.isBehind() && others?.isHeard() !== false);
  const sequence = createEventSequence(feed, database.read);
  const append = createAppendEvent(sequence.publish, clock);
  const policies = createPolicySource(defaultPolicy);
  const reviews = createReviewService(database, append, clock, policies);
  const texts = createCompiledTexts(database.read);
  const events = createEventsService(database);
  const rateLimit = createRateLimit(options.rateLimit ?? defaultRateLimit);
  const lastUse = createLastUse(database, clock, log);
  const { webhooks, deliveries, ...delivering } = createWebhooks(
    { database, feed, appendEvent: append, clock, log },
    options.webhooks,
  );
  return {
    log,
    feed,
    database,
    firstAnswers,
    prompts: createPromptsService(database, append, clock),
    diff: createDiffService(database),
    versions: createVersionsService(database, append, clock),
    channels: createChannelsService(database, clock),
    promotions: createPromotionsService(database, append, clock, policies),
    reviews,
    comments: createCommentService(database, append, clock),
    rollback: createRollbackService(database, append, clock, policies),
    testInputs: createTestInputsService(database, append, reviews.rejudge),
    evaluations: createEvaluationService(database, texts, append, clock, reviews.rejudge),
    policy: createPolicyService(database, append, policies, reviews.rejudge),
    members: createMembersService(database, append, clock),
    keys: createKeysService(database, append, clock, lastUse.find),
    authenticator: createAuthenticator(database, feed, clock, lastUse.note, rateLimit),
    rateLimit,
    events,
    resolve: createResolveService(createPositions(database.read, feed), texts),
    webhooks,
    deliveries,
    /** Begins to deliver events to webhooks. */
    startDelivering: delivering.start,
    /** Rejects where the store cannot be reached, or memory may be behind it. */
    checkStore: async () => {
      if (!feed.isCurrent()) throw new Problem('not-ready', 'The registry has lost its database.');
      await events.findHeadSeq();
    },
    /** Begins to hear of what other processes do. Memory is not to be used before. */
    follow: async () => others?.follow(sequence.catchUp),
    /** Finishes what is under way and closes the store. */
    close: async () => {
      stopForgetting();
      await delivering.close();
      await lastUse.close();
      await database.close();
    },
  };
}

export type Services = ReturnType<typeof createServices>;
