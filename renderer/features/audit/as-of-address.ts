/** What “What was active on …” asks. */
export interface AsOfQuestion {
  readonly prompt: string | null;
  /** RFC 3339; `null` until it was chosen. */
  readonly at: string | null;
}

const path = '/active';

/** The question as it stands in the address of Activity. */
export function writeAsOf({ prompt, at }: AsOfQuestion): string {
  const search = new URLSearchParams();
  if (prompt !== null) search.set('prompt', prompt);
  if (at !== null) search.set('at', at);
  return search.size === 0 ? path : `${path}?${search}`;
}

/** Reads what `writeAsOf` wrote; `null` where the address is about something else. */
export function readAsOf(within: string): AsOfQuestion | null {
  const [found, query] = within.split('?');
  if (found !== path) return null;
  const search = new URLSearchParams(query);
  const at = new Date(search.get('at') ?? '');
  return {
    prompt: search.get('prompt') || null,
    at: Number.isNaN(at.getTime()) ? null : at.toISOString(),
  };
}
