import { diffTexts } from '#core/domain/diff/diff-texts.ts';
import type { DiffPart } from '#core/domain/diff/diff-words.ts';
import type { DiffHunk } from '#core/domain/diff/hunks.ts';
import { formatCount } from '../../../format/counts.ts';
import { html, type Markup } from './markup.ts';

/** Lines without a change that stay beside one that has some. */
const context = 3;

/** The difference of two texts, word by word, with the unchanged parts folded. */
export function formatDifference(from: string, to: string): Markup {
  if (from === to) return html`<p>The texts are the same, byte for byte.</p>`;
  const hunks = diffTexts(from, to);
  return html`<div class="text difference">${hunks.map((hunk, index) =>
    hunk.kind === 'same' ? fold(hunk, index === 0, index === hunks.length - 1) : formatChange(hunk),
  )}</div>`;
}

function formatChange({ kind, from, parts, move }: DiffHunk): Markup {
  if (kind !== 'moved') return html`${parts.map(formatPart)}`;
  const text = parts.map((part) => part.text).join('');
  // Where it was it reads as gone, where it is as come, with what was changed on the way.
  if (from.lines > 0) return html`<del class="moved">${text}</del>`;
  return html`<ins class="moved">${move?.edits ? move.edits.map(formatPart) : [html`${text}`]}</ins>`;
}

function formatPart({ kind, text }: DiffPart): Markup {
  if (kind === 'added') return html`<ins>${text}</ins>`;
  if (kind === 'removed') return html`<del>${text}</del>`;
  return html`${text}`;
}

function fold({ parts }: DiffHunk, isFirst: boolean, isLast: boolean): Markup {
  const lines = parts
    .map((part) => part.text)
    .join('')
    .split(/(?<=\n)/);
  const before = isFirst ? 0 : context;
  const after = isLast ? 0 : context;
  const folded = lines.length - before - after;
  if (folded <= 2) return html`${lines.join('')}`;
  const start = lines.slice(0, before).join('');
  const end = after === 0 ? '' : lines.slice(-after).join('');
  return html`${start}<span class="folded">${formatCount(folded, 'unchanged line')}</span>${end}`;
}
