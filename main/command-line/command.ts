/** What a command reads its surroundings from and answers through. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** One line of the answer. */
  print(line: string): void;
  /** One line beside the answer: what should be known, but is not asked for. */
  remark(line: string): void;
}

/** 0: done. 1: it could not be done, or something is wrong. 2: the command line was not understood. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  /** What follows `promptforge NAME`. */
  readonly usage: string;
  readonly summary: string;
  /** Its options, line by line. */
  readonly details: string;
  /** True for a command that answers `--help` by itself. */
  readonly readsHelpItself?: boolean;
  run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode>;
}

/** The command line was not understood. The message is a sentence. */
export class UsageFault extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'UsageFault';
  }
}

/** It could not be done. The message is a sentence. */
export class CommandFailed extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'CommandFailed';
  }
}
