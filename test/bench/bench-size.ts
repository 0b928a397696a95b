/** How much a run of the benchmark does. */
export interface BenchSize {
  /** Slices of so many seconds, so many of each side. */
  readonly resolve: { readonly seconds: number; readonly rounds: number };
  readonly largeStore: {
    readonly seconds: number;
    readonly rounds: number;
    readonly prompts: number;
    readonly versions: number;
  };
  readonly saves: { readonly seconds: number; readonly rounds: number };
  readonly promotions: number;
  readonly resolvesBeforeMemory: number;
  readonly diffRounds: number;
  /** How often each long comparison is opened. */
  readonly comparisons: number;
  /** Starts of the screen. */
  readonly starts: number;
  /** Letters typed. */
  readonly letters: number;
}

export const fullSize: BenchSize = {
  resolve: { seconds: 5, rounds: 9 },
  largeStore: { seconds: 5, rounds: 7, prompts: 10_000, versions: 100 },
  saves: { seconds: 3, rounds: 7 },
  promotions: 300,
  resolvesBeforeMemory: 100_000,
  diffRounds: 9,
  comparisons: 5,
  starts: 15,
  letters: 400,
};

/** For a look while working: a minute, and not to be believed to the last digit. */
export const shortSize: BenchSize = {
  resolve: { seconds: 2, rounds: 3 },
  largeStore: { seconds: 2, rounds: 3, prompts: 10_000, versions: 10 },
  saves: { seconds: 1, rounds: 3 },
  promotions: 50,
  resolvesBeforeMemory: 100_000,
  diffRounds: 3,
  comparisons: 1,
  starts: 5,
  letters: 120,
};
