import { z } from 'zod';
import { time } from './shapes.ts';

/** The shapes of asking a model what it answers to finished texts. All of it is the app's own. */

const price = z.number().nonnegative().max(1_000_000).nullable();

/** Which model is asked. Its key is in the keychain, never here. */
export const modelSettings = z.object({
  /** For example `https://api.example.com/v1`; what is called is below it. */
  address: z.string().max(2_000),
  name: z.string().max(200),
  /** Whether a finished text is sent as what the user says, or as the instructions of the system. */
  sendAs: z.enum(['user', 'system']),
  /** What the user says to instructions; nothing is sent beside them where it is empty. */
  message: z.string().max(10_000),
  /** For a million tokens; `null` where it is not known. */
  inputPrice: price,
  outputPrice: price,
  /** A code such as `EUR`. */
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type ModelSettings = z.infer<typeof modelSettings>;

const modelFaultKinds = [
  'not-set-up',
  'unreachable',
  'certificate',
  'key-refused',
  'not-found',
  'moved',
  'busy',
  'refused',
  'failed',
  'not-an-api',
  'too-slow',
  'cut-off',
  'too-long',
] as const;

/** Why there is no answer, or not all of it. */
export const modelFault = z.object({
  kind: z.enum(modelFaultKinds),
  /** What the model's server says of it, in its own words. */
  detail: z.string().nullable(),
});
export type ModelFault = z.infer<typeof modelFault>;

/** What came of the question that tries the settings out. */
export type ModelTrial =
  | { readonly ok: true; readonly seconds: number; readonly answer: string }
  | { readonly ok: false; readonly fault: ModelFault };

export const answerSides = ['candidate', 'baseline'] as const;
export type AnswerSide = (typeof answerSides)[number];

export const modelAnswer = z.object({
  /** The id and the title of the test input. */
  input: z.string(),
  title: z.string(),
  side: z.enum(answerSides),
  /** SHA-256 of the finished text that was sent, in hex. */
  textHash: z.string(),
  state: z.enum(['waiting', 'answering', 'done', 'failed', 'cancelled']),
  /** What has arrived of the answer. */
  text: z.string(),
  /** True where the model stopped because it may not write more. */
  isAtLimit: z.boolean(),
  fault: modelFault.nullable(),
  /** As the server reports them; `null` where it does not. */
  tokens: z.object({ input: z.number(), output: z.number() }).nullable(),
  /** How long it took. */
  seconds: z.number().nullable(),
});
export type ModelAnswer = z.infer<typeof modelAnswer>;

/** A run: finished texts that were sent to a model, and what it answered. Kept on this machine. */
export const modelRun = z.object({
  id: z.string(),
  startedAt: time,
  /** `interrupted` where the app was closed meanwhile. */
  state: z.enum(['running', 'finished', 'cancelled', 'interrupted']),
  model: modelSettings,
  /** What the sides were called, for example “the draft” and “stable (v7)”. */
  candidate: z.string(),
  baseline: z.string().nullable(),
  answers: z.array(modelAnswer),
});
export type ModelRun = z.infer<typeof modelRun>;

/** A finished text to be sent. */
export const modelQuestion = z.object({
  input: z.string().max(64),
  title: z.string().max(200),
  side: z.enum(answerSides),
  text: z.string().min(1),
});
export type ModelQuestion = z.infer<typeof modelQuestion>;
