import { z } from 'zod';
import type { ChainVerdict } from './event-shapes.ts';
import type { PromotionDetails } from './promotion-shapes.ts';
import type { Person, PromptSummary, RegistryEvent, StableInterval, Version } from './shapes.ts';
import type { TestOutcome } from './test-outcomes.ts';

const moment = z.iso.datetime({ precision: 3 });

/** What an audit asks: what was stable from one moment to another, both of them included; or at one. */
export const auditQuestion = z.strictObject({
  since: moment,
  until: moment,
  /** What of the log is wanted: nothing, the entries about this, or all of it, whatever it is about. */
  proof: z.enum(['none', 'entries', 'whole-log']),
});
export type AuditQuestion = z.infer<typeof auditQuestion>;

/** How long a log may be to be handed over as a whole, in entries. */
export const longestWholeLog = 20_000;

/** A stretch of time in which `stable` was one version, and the promotion or rollback that began it. */
export interface AuditedInterval {
  readonly interval: StableInterval;
  readonly promotion: PromotionDetails;
  /** What came of each test input with the candidate; `null` where they were not run, or nothing of it is wanted. */
  readonly tests: AuditedTests | null;
}

/** A kept result, as far as the log vouches for it. */
export interface AuditedTests {
  readonly outcomes: readonly TestOutcome[];
  /** SHA-256 of their canonical JSON, as the log has it; `null` where it was not kept yet when they were run. */
  readonly outcomesHash: string | null;
}

/** Everything that answers an audit's question, and proves it. */
export interface AuditRecord {
  readonly question: AuditQuestion;
  readonly prompt: PromptSummary;
  /** Its first version: before that, there was no such prompt. */
  readonly first: Version;
  /** Those that the time asked for touches, oldest first. */
  readonly intervals: readonly AuditedInterval[];
  /** When `stable` first was a version; `null` where it never was. */
  readonly firstPromotion: StableInterval | null;
  /** What came after the last of them; `null` where it lasts. */
  readonly next: StableInterval | null;
  /** What the log says of all this, oldest first. */
  readonly events: readonly RegistryEvent[];
  /** `null` where nothing of the log was wanted. */
  readonly chain: ChainVerdict | null;
  readonly collectedAt: string;
  readonly collectedBy: Person;
  /** The registry's address. */
  readonly from: string;
}
