import type { z } from 'zod';
import { administrationMethods } from './administration-methods.ts';
import { appMethods } from './app-methods.ts';
import type { Result } from './bridge-error.ts';
import type { BridgeEvent } from './bridge-events.ts';
import type { Method } from './bridge-method.ts';
import { draftMethods } from './draft-methods.ts';
import { promotionMethods } from './promotion-methods.ts';
import { promptMethods } from './prompt-methods.ts';
import { testMethods } from './test-methods.ts';
import { transferMethods } from './transfer-methods.ts';

/**
 * The bridge: everything that the screen can ask of the main process, every method once. The handlers, the
 * preload script and the renderer's `bridge` are derived from it.
 */
export const bridgeContract = {
  ...appMethods,
  ...promptMethods,
  ...draftMethods,
  ...promotionMethods,
  ...testMethods,
  ...administrationMethods,
  ...transferMethods,
} as const satisfies Record<string, Record<string, Method<z.ZodType, unknown>>>;

export type BridgeContract = typeof bridgeContract;

type InputOf<M, Io extends 'input' | 'output'> =
  M extends Method<infer Input, unknown> ? (Io extends 'input' ? z.input<Input> : z.output<Input>) : never;
type OutputOf<M> = M extends Method<z.ZodType, infer Output> ? Output : never;
type Call<Input, Output> = undefined extends Input
  ? () => Promise<Output>
  : (input: Input) => Promise<Output>;

/** The handlers in the main process: parsed input in, value out; they throw `Problem` or `AppError`. */
export type BridgeHandlers = {
  readonly [Group in keyof BridgeContract]: {
    readonly [Name in keyof BridgeContract[Group]]: Call<
      InputOf<BridgeContract[Group][Name], 'output'>,
      OutputOf<BridgeContract[Group][Name]>
    >;
  };
};

/** What the preload script and the web transport give the renderer. */
export type Bridge = {
  readonly [Group in keyof BridgeContract]: {
    readonly [Name in keyof BridgeContract[Group]]: Call<
      InputOf<BridgeContract[Group][Name], 'input'>,
      Result<OutputOf<BridgeContract[Group][Name]>>
    >;
  };
};

/** The transport below the bridge: one call with a method's dotted name, and one feed of events. */
export interface BridgeTransport {
  invoke(method: string, input: unknown): Promise<Result<unknown>>;
  subscribe(listener: (event: BridgeEvent) => void): () => void;
}

/** Every method by its dotted name, for example `versions.save`. */
export const bridgeMethodNames: readonly string[] = Object.entries(bridgeContract).flatMap(
  ([group, methods]) => Object.keys(methods).map((name) => `${group}.${name}`),
);
