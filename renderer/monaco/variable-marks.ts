import { parseTemplate } from '#core/domain/template.ts';

export type MarkKind = 'variable' | 'undeclared' | 'escape';

/** A stretch of one line to be marked. Columns begin at 1; `endColumn` is exclusive. */
export interface Mark {
  readonly kind: MarkKind;
  readonly startColumn: number;
  readonly endColumn: number;
}

/**
 * The marks of one line. No token of the template syntax spans lines, so line by line the core's parser finds
 * what it finds in the whole text.
 */
export function marksOfLine(line: string, declared: ReadonlySet<string>): Mark[] {
  if (!line.includes('{{')) return [];
  const marks: Mark[] = [];
  for (const segment of parseTemplate(line).segments) {
    const columns = { startColumn: segment.start + 1, endColumn: segment.end + 1 };
    if (segment.kind === 'variable') {
      marks.push({ kind: declared.has(segment.name) ? 'variable' : 'undeclared', ...columns });
    } else if (segment.text.length < segment.end - segment.start) {
      marks.push({ kind: 'escape', ...columns });
    }
  }
  return marks;
}
