/** The note that is proposed for a text that was a version before. */
export const restoredNote = (version: number): string => `Restored from v${version}`;

/** True where a note is the one that was proposed, as it was. */
export function isProposed(note: string): boolean {
  return /^Restored from v\d+$/.test(note);
}
