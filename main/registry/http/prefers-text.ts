import type { TextType } from '#core/contract/endpoint.ts';

/** True where an `Accept` header wants a kind of text rather than JSON. JSON wins where both are as welcome. */
export function prefersText(accept: string | undefined, type: TextType): boolean {
  if (accept === undefined || !accept.includes('text/')) return false;
  const ranges = accept.split(',').map(readRange);
  return qualityOf(ranges, type, 'text/*') > qualityOf(ranges, 'application/json', 'application/*');
}

interface MediaRange {
  readonly type: string;
  readonly quality: number;
}

function readRange(text: string): MediaRange {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}

/** The most specific range that names the type counts. */
function qualityOf(ranges: readonly MediaRange[], type: string, family: string): number {
  for (const wanted of [type, family, '*/*']) {
    const range = ranges.find((candidate) => candidate.type === wanted);
    if (range) return range.quality;
  }
  return 0;
}
