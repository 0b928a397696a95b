import type { AuditedInterval, AuditRecord } from '#core/contract/audit-shapes.ts';
import type { PromotionDetails } from '#core/contract/promotion-shapes.ts';
import { describePolicy } from '../../../format/describe-policy.ts';
import { formatDifference } from './format-difference.ts';
import { formatTests } from './format-tests.ts';
import { html, type Markup } from './markup.ts';
import { findPolicyThen } from './policy-then.ts';
import { formatMoment, formatUtc } from './record-times.ts';

/** One stretch of time: the text that was served, who brought it there with which words, and what it replaced. */
export function formatInterval(record: AuditRecord, audited: AuditedInterval): Markup {
  const { interval, promotion } = audited;
  const { candidate, baseline } = promotion;
  const next = findNext(record, audited);
  return html`<section>
<h2>v${interval.version}: stable from ${formatMoment(interval.since)} ${next ? `until ${formatMoment(next.since)}` : 'on, and still'}</h2>
<p class="meta">${formatUtc(interval.since)} – ${next ? formatUtc(next.since) : 'now'}</p>
<dl>
${fact('Written by', html`${candidate.author.name}, ${formatMoment(candidate.createdAt)}${quote(candidate.note)}`)}
${promotion.kind === 'rollback' ? null : fact('Promotion asked by', html`${promotion.requestedBy.name}, ${formatMoment(promotion.createdAt)}${quote(promotion.note)}`)}
${promotion.kind === 'rollback' ? null : formatReviews(record, promotion)}
${fact(
  promotion.kind === 'rollback' ? 'Rolled back by' : 'Promoted by',
  html`${(promotion.appliedBy ?? promotion.requestedBy).name}, ${formatMoment(interval.since)}${promotion.kind === 'rollback' ? quote(promotion.note) : null}`,
)}
${fact('In place of', baseline ? html`v${baseline.version} by ${baseline.author.name}, fingerprint of its text <code>${baseline.contentHash}</code>` : html`nothing: it was the first one that was promoted`)}
${next ? fact('Followed by', html`v${next.version}: ${next.promotion.kind === 'rollback' ? 'rolled back to' : 'promoted'} by ${(next.promotion.appliedBy ?? next.promotion.requestedBy).name}${quote(next.promotion.note)}`) : null}
${fact('Fingerprint of the text', html`<code>${candidate.contentHash}</code>`)}
</dl>
<h3>The text that was served</h3>
<pre class="text" data-version="${interval.version}" data-of="the text of v${interval.version}" data-fingerprint="${candidate.contentHash}">
${candidate.content}</pre>
${formatVariables(promotion)}
${
  baseline
    ? html`<h3>${promotion.kind === 'rollback' ? 'What changed' : 'What the reviewers compared'}: v${baseline.version} with v${candidate.version}</h3>
<p class="small">Underlined words came, shaded words that are not underlined went.</p>
${formatDifference(baseline.content, candidate.content)}`
    : null
}
${formatTests(audited)}</section>`;
}

function findNext({ intervals, next }: AuditRecord, audited: AuditedInterval) {
  return intervals[intervals.indexOf(audited) + 1]?.interval ?? next;
}

function fact(name: string, content: Markup): Markup {
  return html`<dt>${name}</dt><dd>${content}</dd>
`;
}

function quote(words: string): Markup | null {
  return words === '' ? null : html`<blockquote>${words}</blockquote>`;
}

function formatReviews(record: AuditRecord, promotion: PromotionDetails): Markup {
  const { candidate, comments, reviews, evaluation } = promotion;
  const applied = record.events.find(
    ({ type, data }) => type === 'promotion.applied' && data.promotion === promotion.id,
  );
  const policy = applied ? findPolicyThen(record, applied.seq, promotion.policy) : null;
  return html`${policy ? fact('What the policy asked', html`${describePolicy(policy).join(' ')}`) : null}${reviews.map(
    ({ member, decision, comment, contentHash, createdAt }) =>
      fact(
        decision === 'approve' ? 'Approved by' : 'Changes asked by',
        html`${member.name}, ${formatMoment(createdAt)}, ${contentHash === candidate.contentHash ? 'for exactly this text, byte for byte' : 'for another text'}${quote(comment)}`,
      ),
  )}${reviews.length === 0 ? fact('Approved by', html`nobody`) : null}${comments.map(
    ({ member, text, quote: passage, createdAt }) =>
      fact(
        'Comment by',
        html`${member.name}, ${formatMoment(createdAt)}${passage ? html`, on “${passage}”` : null}${quote(text)}`,
      ),
  )}${
    evaluation
      ? fact(
          'Test inputs',
          html`${evaluation.passed ? 'all passed' : 'not all passed'}, run by ${evaluation.by.name}, ${formatMoment(evaluation.createdAt)}`,
        )
      : null
  }`;
}

function formatVariables({ candidate: { variables } }: PromotionDetails): Markup | null {
  if (variables.length === 0) return null;
  const shown = variables.map((variable) => {
    const { name, type, required, description = '' } = variable;
    const standard =
      variable.default === undefined ? '' : `, “${variable.default}” where the application gives none`;
    return html`<tr><td><code>{{${name}}}</code></td><td>${type}${required ? ', required' : ''}${standard}</td><td>${description}</td></tr>
`;
  });
  return html`<p class="small">The application put its own values in place of the variables:</p>
<table><tbody>
${shown}</tbody></table>`;
}
