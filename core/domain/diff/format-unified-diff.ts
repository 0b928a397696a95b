import { formatPatch, type StructuredPatchHunk } from 'diff';
import { type DiffHunk, textOf } from './hunks.ts';
import { splitLines } from './split-text.ts';

const context = 3;

/** Writes hunks as a unified diff, as `patch` and `git apply` read it. */
export function formatUnifiedDiff(hunks: readonly DiffHunk[], fromName: string, toName: string): string {
  return formatPatch({
    oldFileName: fromName,
    newFileName: toName,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: groupLines(hunks),
  });
}

function groupLines(hunks: readonly DiffHunk[]): StructuredPatchHunk[] {
  const groups: StructuredPatchHunk[] = [];
  let open: StructuredPatchHunk | null = null;
  let before: string[] = [];
  for (const { kind, from, to, parts } of hunks) {
    if (kind === 'same') {
      before = splitLines(textOf(parts, 'from'));
      if (open) {
        const isLast = hunks.at(-1)?.parts === parts;
        const taken = !isLast && before.length <= 2 * context ? before : before.slice(0, context);
        addLines(open, ' ', taken);
        if (taken.length < before.length || isLast) open = null;
        else before = [];
      }
      continue;
    }
    if (!open) {
      const leading = before.slice(-context);
      open = {
        oldStart: from.line - leading.length,
        newStart: to.line - leading.length,
        oldLines: 0,
        newLines: 0,
        lines: [],
      };
      groups.push(open);
      addLines(open, ' ', leading);
    }
    addLines(open, '-', splitLines(textOf(parts, 'from')));
    addLines(open, '+', splitLines(textOf(parts, 'to')));
  }
  return groups;
}

function addLines(hunk: StructuredPatchHunk, sign: ' ' | '-' | '+', lines: readonly string[]): void {
  for (const line of lines) {
    const isEnded = line.endsWith('\n');
    hunk.lines.push(sign + (isEnded ? line.slice(0, -1) : line));
    if (!isEnded) hunk.lines.push('\\ No newline at end of file');
  }
  if (sign !== '+') hunk.oldLines += lines.length;
  if (sign !== '-') hunk.newLines += lines.length;
}
