import type { AuditRecord } from '#core/contract/audit-shapes.ts';
import { formatCount } from '../../../format/counts.ts';
import { formatEntries } from './format-entries.ts';
import { formatTestBoxes } from './format-tests.ts';
import { html, type Markup } from './markup.ts';
import { verificationRecipe } from './verification-recipe.ts';

/** How anybody can check this page without the registry, and without its makers. */
export function formatProof(record: AuditRecord): Markup | null {
  const { chain, events, question } = record;
  if (!chain) return null;
  const isWhole = question.proof === 'whole-log';
  return html`<section>
<h2>Proof</h2>
${
  chain.valid
    ? html`<p class="answer">When this page was made, all ${formatCount(chain.count, 'entry', 'entries')} of the log were unchanged since they were written.</p>`
    : html`<p class="answer bad">When this page was made, the log was not as it was written: entry ${chain.seq ?? chain.count + 1} is the first fault. The ${formatCount(chain.count, 'entry', 'entries')} before it can be relied on, what follows cannot.</p>`
}
<dl>
<dt>Entries</dt><dd id="count">${chain.count}</dd>
<dt>Last entry</dt><dd><code id="head">${chain.count}:${chain.head}</code></dd>
</dl>
<h3>What the fingerprints prove</h3>
<p>Each entry of the log carries a fingerprint, and the fingerprint of the entry before it (<code>previousHash</code>). The fingerprint is the SHA-256, in hex, of the entry’s own line as it stands in the boxes below, in UTF-8: canonical JSON (RFC 8785) of everything in the entry but the fingerprint itself. The first entry’s <code>previousHash</code> is 64 zeros. Whoever changes one word of an entry changes its fingerprint, and with it every entry that follows.</p>
<p>The entries name the texts by their own fingerprints (<code>contentHash</code>): the SHA-256 of the text’s UTF-8, with <code>sha256:</code> before it. So a review that names a text’s fingerprint is a review of exactly that text, byte for byte. The results of test inputs are named in the same way (<code>outcomesHash</code>).</p>
<p>${
    isWhole
      ? 'All entries of the log are on this page: the chain can be followed from the first to the last without the registry.'
      : 'Entries about other things are not on this page. That nothing was changed between those that are can be shown with the registry: the command below must find each of them in it.'
  }</p>
<h3>How to check it</h3>
<ol>
<li>Save this page as <code>record.html</code>, and the lines below as <code>verify.py</code>. Run <code>python3 verify.py record.html</code>: it needs nothing but Python 3.</li>
<li>Ask whoever keeps a fingerprint of the log elsewhere whether it is among these entries.</li>
${
  isWhole
    ? null
    : html`<li>With a key of the registry: <code>promptforge verify --known ${chain.count}:${chain.head}</code></li>
`
}</ol>
<pre class="recipe">
${verificationRecipe}</pre>
<h3>The entries, to the byte</h3>
${formatEntries(events)}${formatTestBoxes(record.intervals)}</section>`;
}
