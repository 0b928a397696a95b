/**
 * How much work may still be done, in steps of a comparison. Counted and not timed, so that the same texts always
 * give the same answer.
 */
export interface Budget {
  steps: number;
}
