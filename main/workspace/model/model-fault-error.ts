import type { ModelFault } from '#core/contract/model-shapes.ts';

/** Why a model did not answer. */
export class ModelFaultError extends Error {
  readonly fault: ModelFault;
  /** How long its server asks to wait, in milliseconds; only where it is busy. */
  readonly wait: number | null;

  constructor(kind: ModelFault['kind'], detail: string | null = null, wait: number | null = null) {
    super(kind);
    this.name = 'ModelFaultError';
    this.fault = { kind, detail };
    this.wait = wait;
  }
}
