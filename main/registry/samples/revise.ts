/** A passage as it stands, and what stands there afterwards. */
export type Edit = readonly [old: string, replacement: string];

/**
 * Writes the next version of a text as edits of the one before, applied in order.
 *
 * @throws where a passage does not occur exactly once, so that an edit never lands in the wrong place
 */
export function revise(text: string, edits: readonly Edit[]): string {
  return edits.reduce((current, [old, replacement]) => {
    const parts = current.split(old);
    if (old === '' || parts.length !== 2) {
      throw new Error(`Expected exactly one occurrence, found ${parts.length - 1}: “${old.slice(0, 80)}”`);
    }
    return parts.join(replacement);
  }, text);
}
