import type { z } from 'zod';
import { type BridgeHandlers, bridgeContract } from '#core/contract/bridge.ts';
import type { BridgeError, Result } from '#core/contract/bridge-error.ts';
import { Problem } from '#core/contract/problem.ts';
import { AppError } from '../app-error.ts';
import type { LogPort } from '../ports.ts';

/** Answers one call of the bridge, whichever transport it came by. Never rejects. */
export type Dispatch = (method: string, input: unknown) => Promise<Result<unknown>>;

/** Finds the method in the contract, parses its input, calls its handler and wraps what comes of it. */
export function createDispatch(handlers: BridgeHandlers, log: LogPort): Dispatch {
  const methods = listMethods(handlers);
  return async (name, input) => {
    const method = methods.get(name);
    if (!method) return fail(new Problem('not-found', 'The app has no such method.'));
    const parsed = method.schema.safeParse(input ?? undefined);
    if (!parsed.success) {
      const issues = parsed.error.issues.map((issue) => ({
        field: issue.path.join('.'),
        message: issue.message,
      }));
      const sentence = issues.map((issue) => issue.message).join(' ');
      return fail(new Problem('invalid-request', sentence, { errors: issues }));
    }
    try {
      return { ok: true, value: await method.handler(parsed.data) };
    } catch (error) {
      if (error instanceof Problem || error instanceof AppError) return fail(error);
      log.error('A call of the bridge failed.', { method: name, reason: String(error) });
      return fail(new Problem('internal', 'The app ran into a fault of its own.'));
    }
  };
}

interface DispatchedMethod {
  readonly schema: z.ZodType;
  readonly handler: (input: unknown) => Promise<unknown>;
}

function listMethods(handlers: BridgeHandlers): Map<string, DispatchedMethod> {
  const methods = new Map<string, DispatchedMethod>();
  for (const [group, entries] of Object.entries(bridgeContract)) {
    for (const [name, { input }] of Object.entries(entries)) {
      const handler = (handlers as Record<string, Record<string, DispatchedMethod['handler']>>)[group]?.[
        name
      ];
      if (handler) methods.set(`${group}.${name}`, { schema: input, handler });
    }
  }
  return methods;
}

function fail(error: Problem | AppError): Result<never> {
  const { code, message, members } = error;
  const described: BridgeError = { code, detail: message, members };
  return { ok: false, error: described };
}
