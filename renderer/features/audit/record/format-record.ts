import type { AuditRecord } from '#core/contract/audit-shapes.ts';
import type { PreviewValues } from '#core/contract/workspace-shapes.ts';
import { finishText } from '../../../format/finished-text.ts';
import { describeAnswer } from '../describe-answer.ts';
import { formatEntryTable } from './format-entries.ts';
import { formatInterval } from './format-interval.ts';
import { formatProof } from './format-proof.ts';
import { html, type Markup, styleSheet } from './markup.ts';
import { recordStyle } from './record-style.ts';
import { formatMoment, formatUtc, timeZoneName } from './record-times.ts';

export interface RecordRequest {
  readonly record: AuditRecord;
  /** What the registry is called in the app. */
  readonly registryName: string;
  /** The values with which the text is shown finished, too; `null` for none. */
  readonly values: PreviewValues | null;
}

/**
 * Writes the record as one page: no script, nothing from elsewhere, for the screen and for paper. It answers the
 * question without the app, and can be checked without the registry.
 */
export function formatRecord({ record, registryName, values }: RecordRequest): string {
  const { question, prompt, intervals } = record;
  const isMoment = question.since === question.until;
  const title = isMoment
    ? `What was active on ${formatMoment(question.until)}`
    : `What was active from ${formatMoment(question.since)} until ${formatMoment(question.until)}`;
  const page = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${prompt.title}: ${title}</title>
<style>${styleSheet(recordStyle)}</style>
</head>
<body>
<main>
<h1>${prompt.title}: ${title.charAt(0).toLowerCase() + title.slice(1)}</h1>
<p class="meta">${isMoment ? formatUtc(question.until) : `${formatUtc(question.since)} – ${formatUtc(question.until)}`}</p>
<dl>
<dt>Prompt</dt><dd>${prompt.title}, which applications call <code>${prompt.name}</code></dd>
<dt>Registry</dt><dd>${registryName}, ${record.from}</dd>
<dt>Made</dt><dd>${formatMoment(record.collectedAt)} by ${record.collectedBy.name}</dd>
<dt>Times</dt><dd>${timeZoneName() === 'UTC' ? 'in UTC' : `in the time zone ${timeZoneName()}, unless UTC is said`}</dd>
</dl>
${isMoment ? formatAnswer(record) : formatOverview(record)}
${isMoment && values ? formatFinished(record, values) : null}
${intervals.map((audited) => formatInterval(record, audited))}
${
  record.events.length > 0
    ? html`<section><h2>What the log says</h2>
${formatEntryTable(record)}</section>`
    : null
}
${formatProof(record)}
</main>
</body>
</html>
`;
  return `<!doctype html>\n${page.source}`;
}

function formatAnswer(record: AuditRecord): Markup {
  const { title, text } = describeAnswer(record, record.collectedAt, formatMoment);
  return html`<p class="answer"><strong>${title}</strong> ${text}</p>`;
}

function formatOverview(record: AuditRecord): Markup {
  const { intervals, firstPromotion, question } = record;
  const rows = intervals.map(
    ({ interval: { version, since, until, promotion } }) =>
      html`<tr><td>v${version}</td><td>${formatMoment(since)}</td><td>${until ? formatMoment(until) : 'now'}</td><td>${promotion.kind === 'rollback' ? 'rolled back to' : 'promoted'} by ${(promotion.appliedBy ?? promotion.requestedBy).name}</td></tr>
`,
  );
  const isEmptyFirst = !firstPromotion || firstPromotion.since > question.since;
  return html`${
    isEmptyFirst
      ? html`<p class="answer">${
          firstPromotion && firstPromotion.since <= question.until
            ? `Until ${formatMoment(firstPromotion.since)} nothing was stable: applications that asked for stable got no text.`
            : 'In all this time nothing was stable: applications that asked for stable got no text.'
        }</p>`
      : null
  }${
    rows.length > 0
      ? html`<table><thead><tr><th>Stable</th><th>From</th><th>Until</th><th>How</th></tr></thead><tbody>
${rows}</tbody></table>`
      : null
  }`;
}

function formatFinished({ intervals }: AuditRecord, values: PreviewValues): Markup | null {
  const candidate = intervals.at(-1)?.promotion.candidate;
  if (!candidate) return null;
  const finished = finishText(candidate.content, candidate.variables, values);
  const used = finished.variables.filter(({ name }) => finished.used.has(name));
  if (used.length === 0) return null;
  return html`<section><h2>The finished text, with values that were chosen for this page</h2>
<p class="small">Which values an application sent is not kept. These were put in by whoever made the page; marked words are inserted values.</p>
<div class="text">${finished.parts.map((part) =>
    part.variable === null ? html`${part.text}` : html`<ins>${part.text}</ins>`,
  )}</div></section>`;
}
