import { z } from 'zod';
import { connectionId } from './workspace-shapes.ts';

/** What the entries of the bridge contract are made of. */

export interface Method<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Exists for its type only. */
  readonly output?: Output;
}

export const method =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Method<Input, Output> => ({ input });

export const nothing = z.undefined();
export const inConnection = z.strictObject({ connection: connectionId });
