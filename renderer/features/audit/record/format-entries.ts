import canonicalize from 'canonicalize';
import type { AuditRecord } from '#core/contract/audit-shapes.ts';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import { formatCount } from '../../../format/counts.ts';
import { describeEvent, formatEventSentence } from '../../../format/describe-event.ts';
import { html, type Markup } from './markup.ts';
import { formatMoment } from './record-times.ts';

/** The entries as a table to read. */
export function formatEntryTable({ events, prompt }: Pick<AuditRecord, 'events' | 'prompt'>): Markup {
  const rows = events.map((event) => {
    const title = event.prompt === prompt.name ? prompt.title : undefined;
    const { words, passage } = describeEvent(event, title);
    return html`<tr><td>${event.seq}</td><td>${formatMoment(event.at)}</td><td>${formatEventSentence(event, title)}${passage ? html`<br>“${passage}”` : null}${words ? html`<blockquote>${words}</blockquote>` : null}</td></tr>
`;
  });
  return html`<table><thead><tr><th>Entry</th><th>When</th><th>What happened</th></tr></thead><tbody>
${rows}</tbody></table>`;
}

/** The entries to the byte: each as its fingerprint is computed from it. */
export function formatEntries(events: readonly RegistryEvent[]): Markup {
  let last = 0;
  const entries = events.map(({ hash, ...event }) => {
    const missing = event.seq - last - 1;
    last = event.seq;
    return html`${
      missing > 0
        ? html`<p class="gap">${formatCount(missing, 'entry', 'entries')} about other things ${missing === 1 ? 'is' : 'are'} not on this page.</p>
`
        : null
    }<div class="entry"><h3>Entry ${event.seq}</h3>
<pre data-seq="${event.seq}" data-hash="${hash}">${canonicalize(event) ?? ''}</pre>
<p class="small">Fingerprint <code>${hash}</code></p></div>
`;
  });
  return html`${entries}`;
}
