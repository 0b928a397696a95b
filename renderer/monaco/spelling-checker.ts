import type { SpellingEngine } from '#core/contract/spelling.ts';

/** No language has this word: where it is not found, the dictionary is not loaded yet. */
const nonsense = 'qzxvkjq';
const keptWords = 20_000;

/** Remembers what the engine said of each word, so that a word costs once. */
export class SpellingChecker {
  readonly #engine: SpellingEngine;
  readonly #misspelt = new Map<string, boolean>();
  readonly #learned = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #isReady = false;

  constructor(engine: SpellingEngine) {
    this.#engine = engine;
  }

  /** False as long as the engine has no dictionary to answer from. */
  get isReady(): boolean {
    this.#isReady ||= this.#engine.findMisspelt([nonsense]).length > 0;
    return this.#isReady;
  }

  /** Those of the words that are misspelt. */
  findMisspelt(words: Iterable<string>): ReadonlySet<string> {
    const asked = new Set(words);
    const unknown = [...asked].filter((word) => !this.#misspelt.has(word));
    if (unknown.length > 0) {
      if (this.#misspelt.size > keptWords) this.#misspelt.clear();
      const found = new Set(this.#engine.findMisspelt(unknown.map(withPlainApostrophe)));
      for (const word of unknown) this.#misspelt.set(word, found.has(withPlainApostrophe(word)));
    }
    return new Set([...asked].filter((word) => this.#misspelt.get(word) && !this.#learned.has(word)));
  }

  suggest(word: string): readonly string[] {
    return this.#engine.suggest(withPlainApostrophe(word));
  }

  /** Takes a word for right from now on, in this window. */
  learn(word: string): void {
    this.#learned.add(word);
    this.#tell();
  }

  /** Asks anew, for example because other languages were chosen. */
  forget(): void {
    this.#misspelt.clear();
    this.#isReady = false;
    this.#tell();
  }

  /** Called where earlier answers do not hold any more. Returns how to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** As dictionaries write it: not “don’t” but “don't”. */
const withPlainApostrophe = (word: string) => word.replaceAll('’', "'");
