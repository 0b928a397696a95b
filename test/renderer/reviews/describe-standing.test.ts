import { describe, expect, it } from 'vitest';
import type { PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { StableInterval, VersionSummary } from '#core/contract/shapes.ts';
import { describeStanding, type Surroundings } from '#renderer/features/reviews/describe-standing.ts';
import { groupPromotions } from '#renderer/features/reviews/group-promotions.ts';
import { whyNotReview } from '#renderer/features/reviews/why-not.ts';
import { connectionWith } from '../support/memory-app.ts';

const ola = { id: 'ola', name: 'Ola Owner' };
const lena = { id: 'lena', name: 'Lena Lawyer' };
const pat = { id: 'pat', name: 'Pat Promoter' };
const time = (minute: number) => `2026-03-03T14:${String(minute).padStart(2, '0')}:00.000Z`;

const versionBy = (author: typeof ola, version: number): VersionSummary => ({
  prompt: 'greeting',
  version,
  variables: [],
  note: '',
  author,
  createdAt: time(version),
  contentHash: `sha256:${version}`,
  parent: version - 1,
});

const approval = (counts: boolean | undefined) => ({
  id: 'r1',
  member: lena,
  decision: 'approve' as const,
  comment: '',
  contentHash: 'sha256:5',
  createdAt: time(11),
  ...(counts === undefined ? {} : { counts }),
});

const review = (change: Partial<PromotionDetails> = {}): PromotionDetails => ({
  id: 'p1',
  prompt: 'greeting',
  version: 5,
  channel: 'stable',
  kind: 'promotion',
  status: 'pending',
  note: '',
  requestedBy: ola,
  createdAt: time(10),
  baseStable: 3,
  reviews: [],
  missing: [],
  appliedAt: null,
  appliedBy: null,
  candidate: { ...versionBy(ola, 5), content: 'Hello.' },
  baseline: { ...versionBy(ola, 3), content: 'Hi.' },
  comments: [],
  policy: {
    requiredApprovals: 1,
    reviewerRoles: ['reviewer'],
    authorMayApprove: false,
    requirePassingTests: false,
    inherited: true,
  },
  evaluation: null,
  policyChange: null,
  ...change,
});

const moveTo = (
  version: number,
  since: string,
  kind: 'promotion' | 'rollback' = 'promotion',
): StableInterval => ({
  version,
  since,
  until: null,
  promotion: { id: `p-${version}`, kind, note: '', requestedBy: pat, appliedBy: pat },
});

const around = (change: Partial<Surroundings> = {}): Surroundings => ({
  history: [],
  newest: versionBy(ola, 5),
  others: [],
  ...change,
});

const words = (details: PromotionDetails, beside = around()) =>
  describeStanding(details, beside).map(({ title, text }) => `${title} ${text}`);

describe('the standing of a review', () => {
  it('is nothing to speak of while all is as it was', () => {
    expect(words(review())).toEqual([]);
  });

  it('says which move voided which approval, and what to do', () => {
    const history = [moveTo(7, time(30)), moveTo(4, time(20), 'rollback'), moveTo(3, time(1))];
    const [sentence, ...others] = words(
      review({ status: 'superseded', reviews: [approval(undefined)] }),
      around({ history }),
    );
    expect(others).toEqual([]);
    // The first move after the request is the one that voided it.
    expect(sentence).toMatch(/^Stable has moved since this was asked for: Pat Promoter rolled back to v4, /);
    expect(sentence).toContain('The approval by Lena Lawyer is void: it was for replacing stable v3.');
    expect(sentence).toContain('Ask for a fresh review');
  });

  it('says who changed the rules, and whose approval that took away', () => {
    const policyChange = { by: pat, at: time(12), reason: 'Two of us from now on' };
    const [lost] = words(review({ policyChange, reviews: [approval(false)] }));
    expect(lost).toMatch(
      /^Pat Promoter changed the rules, .*: “Two of us from now on” The approval by Lena Lawyer no longer counts/,
    );
    const [kept] = words(review({ policyChange, reviews: [approval(true)] }));
    expect(kept).toContain('Everything here is judged by the new rules.');
  });

  it('says that a newer version is not part of it, or has a request of its own', () => {
    const newest = versionBy(pat, 6);
    expect(words(review(), around({ newest }))[0]).toMatch(/^Pat Promoter saved v6, .* exactly v5\./);
    const others = [review({ id: 'p2', version: 6, requestedBy: pat })];
    expect(words(review(), around({ newest, others }))).toEqual([
      'Pat Promoter asked for v6, too. What is decided here is about v5 alone. When one of them is promoted, the other is void.',
    ]);
  });

  it('says what was asked for', () => {
    const asked = { ...approval(true), decision: 'request-changes' as const, comment: 'Say it kindly' };
    expect(words(review({ status: 'changes-requested', reviews: [asked] }))[0]).toMatch(
      /^Lena Lawyer asked for changes: “Say it kindly” v5 cannot be promoted like this\./,
    );
  });

  it('of a closed one says how it ended', () => {
    const applied = review({ status: 'applied', appliedBy: pat, appliedAt: time(20) });
    const mine = { ...moveTo(5, time(20)), promotion: { ...moveTo(5, time(20)).promotion, id: 'p1' } };
    expect(words(applied, around({ history: [mine] }))[0]).toContain('Applications get this text.');
    expect(words(applied, around({ history: [moveTo(7, time(30))] }))[0]).toContain(
      'stable has moved to v7.',
    );
    expect(words(review({ status: 'withdrawn' }))[0]).toContain('taken back');
    const next = review({ id: 'next', version: 6 });
    const told = describeStanding(review({ status: 'withdrawn' }), around({ others: [next] }))[0];
    expect(told).toMatchObject({ text: expect.stringContaining('asked for v6 instead.'), version: 6 });
  });
});

describe('who is not asked', () => {
  const as = (id: string, ...roles: Parameters<typeof connectionWith>[0]) => {
    const connection = connectionWith(roles);
    return { ...connection, member: connection.member && { ...connection.member, id } };
  };

  it('is told why', () => {
    expect(whyNotReview(review(), as('lena', 'reviewer'))).toBeNull();
    expect(whyNotReview(review(), as('ola', 'admin'))).toContain('You wrote v5');
    const asked = review({ requestedBy: lena });
    expect(whyNotReview(asked, as('lena', 'reviewer'))).toContain('You asked for this promotion');
    expect(whyNotReview(review(), as('pat', 'promoter'))).toContain('takes the role “reviewer”');
    expect(whyNotReview(review({ status: 'withdrawn' }), as('lena', 'reviewer'))).not.toBeNull();
    const lax = review({ policy: { ...review().policy, authorMayApprove: true } });
    expect(whyNotReview(lax, as('ola', 'admin'))).toBeNull();
    const strict = review({ policy: { ...review().policy, reviewerRoles: ['promoter'] } });
    expect(whyNotReview(strict, as('lena', 'reviewer'))).toContain('by a promoter');
  });
});

describe('the queue', () => {
  it('has what waits for me first, the longest waiting on top, and each only once', () => {
    const open = (id: string, minute: number, requestedBy = pat) =>
      review({ id, createdAt: time(minute), requestedBy });
    const applied = (id: string, minute: number) =>
      review({ id, status: 'applied', appliedAt: time(minute), appliedBy: pat });
    const all = [
      applied('old', 40),
      open('c', 30, ola),
      open('b', 20),
      open('a', 10),
      applied('new', 50),
      review({ id: 'back', status: 'applied', kind: 'rollback' }),
      open('other', 5),
    ];
    const parts = groupPromotions(all, new Set(['a', 'b']), 'ola');
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    expect(ids(parts.forMe)).toEqual(['a', 'b']);
    expect(ids(parts.askedByMe)).toEqual(['c']);
    expect(ids(parts.forOthers)).toEqual(['other']);
    expect(ids(parts.decided)).toEqual(['new', 'old']);
  });
});
