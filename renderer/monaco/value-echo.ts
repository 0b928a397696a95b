const longestMemory = 100;

/**
 * Tells a text that comes from outside from one that the editor itself reported a moment ago. Without it, a
 * screen that is a keystroke behind would take letters away.
 */
export class ValueEcho {
  #reported: string[] = [];

  /** Remembers a text that the editor reported. */
  report(text: string): void {
    this.#reported.push(text);
    if (this.#reported.length > longestMemory) this.#reported.shift();
  }

  /**
   * True where the text given is neither the current one nor on its way back from a report.
   *
   * @param current reads the current text; called only where that has to be known
   */
  isForeign(given: string, current: () => string): boolean {
    const index = this.#reported.lastIndexOf(given);
    if (index >= 0) {
      this.#reported.splice(0, index + 1);
      return false;
    }
    this.#reported = [];
    return given !== current();
  }
}
