import { parseTemplate, type Segment } from '#core/domain/template.ts';

/** The variable that stands at an offset of a line, its edges included, or `null`. */
export function variableAt(line: string, offset: number): Extract<Segment, { kind: 'variable' }> | null {
  if (!line.includes('{{')) return null;
  const token = parseTemplate(line).segments.find(
    (segment) => segment.kind === 'variable' && segment.start <= offset && offset <= segment.end,
  );
  return token?.kind === 'variable' ? token : null;
}
