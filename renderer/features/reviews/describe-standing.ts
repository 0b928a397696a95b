import type { PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { Promotion, StableInterval, VersionSummary } from '#core/contract/shapes.ts';
import { formatDateTime } from '../../format/dates.ts';
import { namePeople } from '../../format/name-people.ts';

/** Something that whoever looks at a review has to know before they decide, and what can be done about it. */
export interface Standing {
  readonly kind:
    | 'applied'
    | 'withdrawn'
    | 'stable-moved'
    | 'changes-requested'
    | 'newer-version'
    | 'other-request'
    | 'policy-changed';
  readonly tone: 'neutral' | 'warning';
  readonly title: string;
  readonly text: string;
  /** The version that its next step is about. */
  readonly version?: number | undefined;
}

/** What is known beside the review itself. */
export interface Surroundings {
  /** Where `stable` was, newest first. */
  readonly history: readonly StableInterval[];
  /** The prompt's newest version. */
  readonly newest: VersionSummary | undefined;
  /** Other requests for the same prompt that are open. */
  readonly others: readonly Promotion[];
}

/** Says what has voided a review or part of it, who did it and when, and what comes next. */
export function describeStanding(review: PromotionDetails, around: Surroundings): Standing[] {
  switch (review.status) {
    case 'applied':
      return [describeApplied(review, around)];
    case 'withdrawn':
      return [describeWithdrawal(review, around)];
    case 'superseded':
      return [describeMove(review, around)];
    default:
      return [
        ...describeChangesAskedFor(review),
        ...describePolicyChange(review),
        ...describeNewerVersion(review, around),
      ];
  }
}

function describeWithdrawal({ version }: PromotionDetails, { others }: Surroundings): Standing {
  const next = others.find((other) => other.version > version);
  const instead = next ? `${next.requestedBy.name} asked for v${next.version} instead. ` : '';
  return {
    kind: 'withdrawn',
    tone: 'neutral',
    title: 'This request was taken back.',
    text: `${instead}There is nothing to decide here. What was said stays.`,
    version: next?.version,
  };
}

function describeApplied(review: PromotionDetails, { history }: Surroundings): Standing {
  const now = history.find(({ until }) => until === null);
  const by = review.appliedBy?.name ?? 'somebody';
  const since = review.appliedAt === null ? '' : `, ${formatDateTime(review.appliedAt)}`;
  const isStill = now?.promotion.id === review.id;
  return {
    kind: 'applied',
    tone: 'neutral',
    title: `v${review.version} was promoted by ${by}${since}.`,
    text: isStill || !now ? 'Applications get this text.' : `Since then stable has moved to v${now.version}.`,
  };
}

function describeMove(review: PromotionDetails, { history, others }: Surroundings): Standing {
  const compared = review.baseStable === null ? 'nothing stable' : `stable v${review.baseStable}`;
  const move = history.filter(({ since }) => since >= review.createdAt).at(-1);
  const moved = move ? `: ${describeStableMove(move)}` : '';
  const approved = review.reviews.filter(({ decision }) => decision === 'approve');
  const void_ =
    approved.length > 0
      ? `The approval by ${namePeople([...new Map(approved.map(({ member }) => [member.id, member])).values()], 'and')} is void: it was for replacing ${compared}.`
      : `What was compared here is ${compared}.`;
  const again = others.find(({ version }) => version === review.version);
  const next = again ? '' : ' Ask for a fresh review of the same version against what is stable now.';
  return {
    kind: 'stable-moved',
    tone: 'warning',
    title: `Stable has moved since this was asked for${moved}.`,
    text: `${void_}${next}`,
    version: review.version,
  };
}

function describeStableMove({ version, since, promotion }: StableInterval): string {
  const by = (promotion.appliedBy ?? promotion.requestedBy).name;
  const did = promotion.kind === 'rollback' ? 'rolled back to' : 'promoted';
  return `${by} ${did} v${version}, ${formatDateTime(since)}`;
}

function describeChangesAskedFor({ status, reviews, version }: PromotionDetails): Standing[] {
  if (status !== 'changes-requested') return [];
  const asking = reviews.filter(({ decision, counts }) => decision === 'request-changes' && counts !== false);
  const last = asking.at(-1);
  if (!last) return [];
  const who = [...new Map(asking.map(({ member }) => [member.id, member])).values()];
  return [
    {
      kind: 'changes-requested',
      tone: 'warning',
      title: `${namePeople(who, 'and')} asked for changes${last.comment ? `: “${last.comment}”` : '.'}`,
      text: `v${version} cannot be promoted like this. A new version needs a request of its own, which takes the place of this one.`,
    },
  ];
}

function describePolicyChange({ policyChange, reviews }: PromotionDetails): Standing[] {
  if (!policyChange) return [];
  const approving = reviews.filter(({ decision }) => decision === 'approve');
  const counted = new Set(approving.filter(({ counts }) => counts !== false).map(({ member }) => member.id));
  const lost = approving.filter(
    ({ member, createdAt, counts }) =>
      counts === false && !counted.has(member.id) && createdAt < policyChange.at,
  );
  const people = [...new Map(lost.map(({ member }) => [member.id, member])).values()];
  const effect =
    people.length > 0
      ? `The approval by ${namePeople(people, 'and')} no longer counts under them.`
      : 'Everything here is judged by the new rules.';
  const why = policyChange.reason ? `: “${policyChange.reason}”` : '.';
  return [
    {
      kind: 'policy-changed',
      tone: people.length > 0 ? 'warning' : 'neutral',
      title: `${policyChange.by.name} changed the rules, ${formatDateTime(policyChange.at)}${why}`,
      text: effect,
    },
  ];
}

function describeNewerVersion(review: PromotionDetails, { newest, others }: Surroundings): Standing[] {
  const other = others.find(({ version }) => version > review.version);
  if (other) {
    return [
      {
        kind: 'other-request',
        tone: 'warning',
        title: `${other.requestedBy.name} asked for v${other.version}, too.`,
        text: `What is decided here is about v${review.version} alone. When one of them is promoted, the other is void.`,
        version: other.version,
      },
    ];
  }
  if (!newest || newest.version <= review.version) return [];
  return [
    {
      kind: 'newer-version',
      tone: 'warning',
      title: `${newest.author.name} saved v${newest.version}, ${formatDateTime(newest.createdAt)}.`,
      text: `It is not part of this: approvals here are for exactly v${review.version}. v${newest.version} needs a request and a review of its own.`,
      version: newest.version,
    },
  ];
}
