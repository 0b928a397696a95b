/** What a writer has to do for one prompt, one step after the other. */
export interface DraftSteps<Text, Receipt> {
  put(text: Text): Promise<Receipt>;
  discard(): Promise<unknown>;
  onKept(receipt: Receipt): void;
  onDiscarded(): void;
  /** Called after each try that failed; the writer goes on trying by itself. */
  onFailed(thrown: unknown): void;
}

type Work<Text> = { readonly kind: 'put'; readonly text: Text } | { readonly kind: 'discard' };

const retryPauses = [500, 1_000, 2_000, 5_000];

/** Runs something when nothing more urgent is to be done, soon in any case. Returns how to take that back. */
export type WhenIdle = (run: () => void) => () => void;

/**
 * Keeps a draft on the disk while it is typed. The first change goes out at once and later ones at most
 * `interval` milliseconds after the keystroke, also under continuous typing. Steps never overtake each other,
 * and only the newest one waits.
 *
 * @param whenIdle where given, a step begins between two frames and not in the middle of one
 */
export class DraftWriter<Text, Receipt> {
  readonly #steps: DraftSteps<Text, Receipt>;
  readonly #interval: number;
  readonly #whenIdle: WhenIdle | null;
  #next: Work<Text> | null = null;
  #newest: Work<Text> | null = null;
  #running: Promise<void> | null = null;
  /** Every step that was sent and not answered yet: the running one, and those of a flush. */
  readonly #underWay = new Set<Promise<void>>();
  /** How to take back what was planned; `null` where nothing is. */
  #cancel: (() => void) | null = null;
  #lastStart = Number.NEGATIVE_INFINITY;
  #failures = 0;

  constructor(steps: DraftSteps<Text, Receipt>, interval = 100, whenIdle: WhenIdle | null = null) {
    this.#steps = steps;
    this.#interval = interval;
    this.#whenIdle = whenIdle;
  }

  /** True where something was typed that is not on the disk yet. */
  get isBusy(): boolean {
    return this.#next !== null || this.#underWay.size > 0;
  }

  put(text: Text): void {
    this.#queue({ kind: 'put', text });
  }

  discard(): void {
    this.#queue({ kind: 'discard' });
  }

  /**
   * Writes what waits in this very moment, beside a step that is still under way: the window may be closing, and
   * what is sent later is never sent. Steps arrive in the order in which they were sent. Settles when all are done.
   */
  async flush(): Promise<void> {
    this.#unplan();
    const work = this.#next;
    this.#next = null;
    if (work) void this.#send(work);
    await Promise.all(this.#underWay);
    if (this.#next) this.#plan();
  }

  #queue(work: Work<Text>): void {
    this.#next = work;
    if (this.#failures === 0) this.#plan();
    else if (!this.#cancel && !this.#running) this.#plan();
  }

  #plan(): void {
    if (this.#running || this.#cancel) return;
    const pause = this.#failures > 0 ? retryPause(this.#failures) : this.#interval;
    const wait = this.#lastStart + pause - performance.now();
    if (wait <= 0) {
      this.#startWhenIdle();
      return;
    }
    const timer = setTimeout(() => {
      this.#cancel = null;
      this.#startWhenIdle();
    }, wait);
    this.#cancel = () => clearTimeout(timer);
  }

  #startWhenIdle(): void {
    if (!this.#whenIdle) {
      this.#start();
      return;
    }
    this.#cancel = this.#whenIdle(() => {
      this.#cancel = null;
      this.#start();
    });
  }

  #unplan(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #start(): void {
    const work = this.#next;
    if (!work || this.#running) return;
    this.#unplan();
    this.#next = null;
    this.#lastStart = performance.now();
    this.#running = this.#send(work).finally(() => {
      this.#running = null;
      if (this.#next) this.#plan();
    });
  }

  #send(work: Work<Text>): Promise<void> {
    const step = this.#carryOut(work).finally(() => this.#underWay.delete(step));
    this.#underWay.add(step);
    return step;
  }

  async #carryOut(work: Work<Text>): Promise<void> {
    this.#newest = work;
    try {
      if (work.kind === 'put') this.#steps.onKept(await this.#steps.put(work.text));
      else {
        await this.#steps.discard();
        this.#steps.onDiscarded();
      }
      this.#failures = 0;
    } catch (thrown) {
      this.#failures += 1;
      // A step that a newer one has followed is not tried again: it would undo the newer one.
      if (this.#newest === work) this.#next ??= work;
      this.#steps.onFailed(thrown);
    }
  }
}

function retryPause(failures: number): number {
  return retryPauses[Math.min(failures, retryPauses.length) - 1] ?? 5_000;
}
