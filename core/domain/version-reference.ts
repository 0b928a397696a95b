/** Where a prompt's text may be asked for: a channel, or a version's number. */
export const channels = ['stable', 'latest'] as const;
export type Channel = (typeof channels)[number];
export type VersionReference = Channel | number;

/** Reads `stable`, `latest` or a version's number (with or without a leading “v”); `null` for anything else. */
export function parseVersionReference(text: string): VersionReference | null {
  if (text === 'stable' || text === 'latest') return text;
  const digits = /^v?([1-9][0-9]{0,8})$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}
