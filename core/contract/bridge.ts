import { z } from 'zod';
import { reviewDecisions } from '../domain/promotion.ts';
import { administrationMethods } from './administration-methods.ts';
import { type AuditRecord, auditQuestion } from './audit-shapes.ts';
import { inConnection, type Method, method, nothing } from './bridge-method.ts';
import { buildBridge } from './build-bridge.ts';
import { checkedRegistry, newRegistry, type RegistryCheck, registryChange } from './connection-shapes.ts';
import type { EarlierDraft, EarlierText } from './earlier-draft-shapes.ts';
import { type ChainVerdict, type EventPage, type EventTablePart, eventFilter } from './event-shapes.ts';
import {
  type ExistingPrompt,
  type ExistingVersions,
  type ExportedOutcomes,
  type ExportedRows,
  type ExportPart,
  type ImportOutcome,
  importedPrompts,
  otherRegistry,
  promptNames,
} from './import-shapes.ts';
import { menuCommand } from './menu.ts';
import { type ModelRun, type ModelTrial, modelQuestion } from './model-shapes.ts';
import type { SaveResult, WaitingSave } from './outbox-shapes.ts';
import type { ProblemCode } from './problem.ts';
import {
  type Comment,
  newCommentBody,
  type PromotionDetails,
  type PromotionOutlook,
} from './promotion-shapes.ts';
import { registryApi } from './registry-api.ts';
import type { ReplicaUsage } from './replica-shapes.ts';
import { type Settings, settingsChange } from './settings.ts';
import * as shape from './shapes.ts';
import * as test from './test-shapes.ts';
import {
  type AppInfo,
  type Connection,
  connectionId,
  type Draft,
  draftText,
  type KeptValues,
  keptValues,
  type PromptPlace,
  promptPlace,
  type SystemNotice,
} from './workspace-shapes.ts';

/**
 * The bridge: everything that the screen can ask of the main process, every method once. The handlers, the
 * preload script and the renderer's `bridge` are derived from it.
 */

/** One page of the library. */
export type PromptPage = z.infer<typeof registryApi.listPrompts.response>;

/** One page of a prompt's evaluations. */
export type EvaluationPage = z.infer<typeof registryApi.listEvaluations.response>;

export const bridgeContract = {
  app: {
    getInfo: method<AppInfo>()(nothing),
    openLink: method<undefined>()(z.strictObject({ url: z.url({ protocol: /^https?$/ }) })),
    /** Tells the system's menu what can be done now. */
    setMenu: method<undefined>()(z.array(menuCommand).max(500)),
    /** Adds a word to the user's dictionary; nothing happens where the browser keeps that itself. */
    learnWord: method<undefined>()(z.strictObject({ word: z.string().min(1).max(100) })),
  },
  settings: {
    get: method<Settings>()(nothing),
    update: method<Settings>()(settingsChange),
  },
  connections: {
    list: method<Connection[]>()(nothing),
    /** Asks a registry whether it can be worked with; `connection` lends its key where none is given. */
    check: method<RegistryCheck>()(checkedRegistry.extend({ connection: connectionId.optional() })),
    add: method<Connection>()(newRegistry),
    update: method<Connection>()(inConnection.extend(registryChange.shape)),
    /** Takes a registry off the list and forgets its key. What is kept of its drafts stays. */
    remove: method<undefined>()(inConnection),
    /** Takes back the removal, key included, until the app ends. */
    restore: method<Connection>()(inConnection),
    /** Tries at once, where it would have waited. */
    reconnect: method<undefined>()(inConnection),
  },
  prompts: {
    /** One page, at most 200; with a query it is a search. */
    list: method<PromptPage>()(inConnection.extend(registryApi.listPrompts.query.shape)),
    get: method<shape.PromptSummary>()(promptPlace),
    /** Changes title, description and tags, or archives and restores. */
    update: method<shape.PromptSummary>()(promptPlace.extend(registryApi.updateDetails.body.shape)),
    create: method<shape.Version>()(inConnection.extend(registryApi.createPrompt.body.shape)),
  },
  versions: {
    /** A page of the versions, newest first; `cursor` is the page before's `nextCursor`. */
    list: method<{ items: shape.VersionSummary[]; nextCursor: string | null }>()(
      promptPlace.extend({ cursor: z.string().max(1_000).optional() }),
    ),
    get: method<shape.Version>()(promptPlace.extend({ version: shape.versionNumber })),
    /** What changed from one version to another in one line, for example “2 sentences changed”. */
    summariseChange: method<string>()(
      promptPlace.extend({ from: shape.versionNumber, to: shape.versionNumber }),
    ),
    /** Saves on top of a version, or of the last save of the prompt that still waits to be sent. */
    save: method<SaveResult>()(
      promptPlace.extend(registryApi.saveVersion.body.shape).extend({
        onTopOf: z.uuid().nullable().default(null),
      }),
    ),
  },
  /** The saves that wait to be sent, each prompt's in their order. */
  outbox: {
    list: method<WaitingSave[]>()(inConnection),
    /** Tries to send now what waits. Answers at once. */
    send: method<undefined>()(inConnection),
    changeNote: method<undefined>()(promptPlace.extend({ id: z.uuid(), note: shape.note })),
    /** Takes a prompt's last waiting save out; it becomes the draft again where `intoDraft` says so. */
    takeBack: method<undefined>()(promptPlace.extend({ id: z.uuid(), intoDraft: z.boolean() })),
  },
  promotions: {
    /** Of one prompt all; of a registry all that are open, and the newest of the others. */
    list: method<shape.Promotion[]>()(inConnection.extend({ prompt: shape.promptName.optional() })),
    /** Those that cannot go on without the member whose key is used. */
    listWaiting: method<shape.Promotion[]>()(inConnection),
    get: method<PromotionDetails>()(inConnection.extend({ id: z.string() })),
    /** What the promotion of a version would need. */
    getOutlook: method<PromotionOutlook>()(promptPlace.extend({ version: shape.versionNumber })),
    comment: method<Comment>()(inConnection.extend({ id: z.string(), ...newCommentBody.shape })),
    stableAt: method<shape.StableInterval>()(promptPlace.extend({ at: z.iso.datetime() })),
    stableHistory: method<shape.StableInterval[]>()(promptPlace),
    request: method<shape.Promotion>()(promptPlace.extend(registryApi.requestPromotion.body.shape)),
    review: method<shape.Promotion>()(
      inConnection.extend({
        id: z.string(),
        decision: z.enum(reviewDecisions),
        comment: shape.note,
        contentHash: z.string(),
      }),
    ),
    withdraw: method<shape.Promotion>()(inConnection.extend({ id: z.string() })),
    apply: method<shape.Promotion>()(inConnection.extend({ id: z.string() })),
    rollBack: method<shape.Promotion>()(promptPlace.extend(registryApi.rollBack.body.shape)),
  },
  events: {
    /** A page of the event log, newest first; `cursor` is the page before's `nextCursor`. */
    list: method<EventPage>()(
      inConnection.extend({
        filter: eventFilter,
        cursor: z.string().max(1_000).optional(),
        limit: z.number().int().min(1).max(200),
      }),
    ),
    /** One event by its number; `null` where the log does not have it. */
    find: method<shape.RegistryEvent | null>()(inConnection.extend({ seq: z.number().int().positive() })),
    /** Everybody who has an entry in the log. */
    listActors: method<shape.Person[]>()(inConnection),
    /** Begins to read what fits as a table for a spreadsheet. There is one at a time; `openTable` ends the one before. */
    openTable: method<undefined>()(inConnection.extend({ filter: eventFilter })),
    readTable: method<EventTablePart>()(nothing),
    closeTable: method<undefined>()(nothing),
    /** Walks the whole log. With a long one it takes its time. */
    verify: method<ChainVerdict>()(inConnection),
  },
  audit: {
    /** What was stable at a time or in a stretch of it, who brought it there, and what the log says of it. */
    collect: method<AuditRecord>()(promptPlace.extend(auditQuestion.shape)),
  },
  ...administrationMethods,
  /** What is kept of the registries on this machine, to be read without a network. */
  replicas: {
    list: method<ReplicaUsage[]>()(nothing),
    /** Fetches ahead what there is room for. It goes on by itself; `list` tells how far it is. */
    fill: method<undefined>()(inConnection),
    /** Removes what is kept, and begins anew. Drafts stay. */
    clear: method<undefined>()(inConnection),
  },
  drafts: {
    list: method<Draft[]>()(inConnection),
    /** Answers once the text is on the disk. */
    put: method<Draft>()(promptPlace.extend(draftText.shape)),
    discard: method<undefined>()(promptPlace),
    /** What the draft of a prompt was before, the newest first. */
    listEarlier: method<EarlierDraft[]>()(promptPlace),
    /** `null` where it is not kept any more. */
    getEarlier: method<EarlierText | null>()(promptPlace.extend({ id: z.uuid() })),
    /** Keeps a text among the earlier drafts of a prompt. */
    keepEarlier: method<undefined>()(promptPlace.extend(draftText.shape)),
  },
  previewValues: {
    get: method<KeptValues>()(promptPlace),
    put: method<undefined>()(promptPlace.extend({ kept: keptValues })),
  },
  testInputs: {
    list: method<test.TestInput[]>()(promptPlace),
    /**
     * Replaces all of a prompt's test inputs. Where `expected` is given and is not what the registry has by now,
     * nothing is changed: `precondition-failed`, with what it has in `testInputs`.
     */
    set: method<test.TestInput[]>()(
      promptPlace.extend({ testInputs: test.testInputsBody, expected: z.array(test.testInput).optional() }),
    ),
    /** What was typed into the table and is not in the registry yet. */
    getDraft: method<test.TestInputDraft | null>()(promptPlace),
    /** Answers once it is on the disk. */
    putDraft: method<undefined>()(promptPlace.extend({ draft: test.testInputDraft })),
    discardDraft: method<undefined>()(promptPlace),
  },
  evaluations: {
    /** A page of a prompt's evaluations, newest first, without their texts. */
    list: method<EvaluationPage>()(
      promptPlace.extend({
        candidate: shape.versionNumber.optional(),
        cursor: z.string().max(1_000).optional(),
      }),
    ),
    get: method<test.Evaluation>()(promptPlace.extend({ id: z.string().min(1).max(64) })),
    /** Runs the test inputs with two versions and keeps what came out in the registry. */
    run: method<test.Evaluation>()(promptPlace.extend(test.newEvaluationBody.shape)),
  },
  /** The model that finished texts may be sent to. Which one is in the settings; its key stays in the keychain. */
  model: {
    hasKey: method<boolean>()(nothing),
    setKey: method<undefined>()(z.strictObject({ key: z.string().min(1).max(4_000) })),
    removeKey: method<undefined>()(nothing),
    /** Sends one short question with the settings as they are. */
    tryOut: method<ModelTrial>()(nothing),
  },
  modelRuns: {
    /** What a model answered to the finished texts of a prompt, newest first. */
    list: method<ModelRun[]>()(promptPlace),
    /** Sends finished texts to the model; answers at once, and events tell how it goes on. */
    begin: method<ModelRun>()(
      promptPlace.extend({
        candidate: z.string().max(100),
        baseline: z.string().max(100).nullable(),
        questions: z.array(modelQuestion).min(1).max(200),
      }),
    ),
    cancel: method<undefined>()(z.strictObject({ run: z.string() })),
  },
  imports: {
    /** Every prompt of the registry, the archived ones too. */
    listExisting: method<ExistingPrompt[]>()(inConnection),
    /** What the versions of some of them are made of; a prompt that is not there is left out. */
    listVersions: method<ExistingVersions[]>()(inConnection.extend({ names: promptNames })),
    /** Writes prompts one by one: one that fails keeps no other from being written. */
    write: method<ImportOutcome[]>()(inConnection.extend({ prompts: importedPrompts })),
  },
  /** Writing an export, part by part. There is one at a time; `open` ends the one before. */
  exports: {
    /** With `names`, these prompts alone. */
    open: method<undefined>()(
      z.union([inConnection.extend({ names: z.array(shape.promptName).optional() }), otherRegistry]),
    ),
    read: method<ExportPart>()(nothing),
    close: method<undefined>()(nothing),
  },
  /** Importing an export with its history: handed over in parts, planned, then applied prompt by prompt. */
  exportedPrompts: {
    open: method<undefined>()(nothing),
    append: method<undefined>()(z.strictObject({ text: z.string().max(4_000_000) })),
    /** Begins to compare with a registry; checks the whole file before. */
    beginPlan: method<undefined>()(
      inConnection.extend({
        /** Leaves `stable` alone. */
        textsOnly: z.boolean(),
        /** Takes the latest text of each prompt, and puts it on top of what is there. */
        onlyLatest: z.boolean().optional(),
      }),
    ),
    planNext: method<ExportedRows>()(nothing),
    beginApplying: method<undefined>()(z.strictObject({ names: z.array(shape.promptName) })),
    applyNext: method<ExportedOutcomes>()(nothing),
    close: method<undefined>()(nothing),
  },
} as const satisfies Record<string, Record<string, Method<z.ZodType, unknown>>>;

export type BridgeContract = typeof bridgeContract;

type InputOf<M, Io extends 'input' | 'output'> =
  M extends Method<infer Input, unknown> ? (Io extends 'input' ? z.input<Input> : z.output<Input>) : never;
type OutputOf<M> = M extends Method<z.ZodType, infer Output> ? Output : never;
type Call<Input, Output> = undefined extends Input
  ? () => Promise<Output>
  : (input: Input) => Promise<Output>;

/** The error codes that arise in the app itself, beside the registry's own. */
export const appErrorCodes = [
  'registry-unreachable',
  'not-a-registry',
  'draft-not-written',
  'saves-changed',
  'settings-not-written',
  'connection-not-found',
  'registry-connected-already',
  'connection-not-written',
  'import-not-readable',
  'export-not-written',
  'model-not-set-up',
  'app-unreachable',
] as const;
export type AppErrorCode = (typeof appErrorCodes)[number];

export interface BridgeError {
  readonly code: ProblemCode | AppErrorCode;
  /** What happened, in plain words. */
  readonly detail: string;
  /** Further facts, for example `latest` with a `version-conflict`. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** How every result crosses the bridge. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: BridgeError };

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

/** What the main process tells the screen, named in the past tense. */
export interface BridgeEvents {
  settingsChanged: Settings;
  connectionChanged: Connection;
  connectionRemoved: { connection: string };
  /** Something changed in a registry, whoever did it. */
  registryEventAppended: { connection: string; event: shape.RegistryEvent };
  /** Events were missed, for example after a lost connection: what was fetched may be old. */
  registryReconnected: { connection: string };
  /** What waits to be sent to a registry is now this. */
  outboxChanged: { connection: string; saves: WaitingSave[] };
  /** A save that had waited has become a version. */
  waitingSaveSent: {
    connection: string;
    id: string;
    version: shape.Version;
    /** A note that was changed after the save had arrived, and is not in the version. */
    noteNotSent: string | null;
  };
  /** The registry was restored from a backup, or another one is there now: nothing that was read of it holds. */
  registryReplaced: { connection: string };
  /** What is read of a registry cannot be kept for offline any more: the disk is full. */
  replicaNotWritten: { connection: string };
  /** Something is to be told where the user looks: the screen shows it, or has the browser show it. */
  systemNoticeGiven: SystemNotice;
  /** A notice that the system showed was clicked. */
  systemNoticeClicked: SystemNotice;
  /** A run of texts sent to a model went on: one of its answers begins or ends. */
  modelRunChanged: PromptPlace & { run: ModelRun };
  /** More of an answer arrived; it goes on `from` so many UTF-16 units. */
  modelAnswerGrew: PromptPlace & { run: string; index: number; from: number; text: string };
  /** A command of the system's menu was chosen. */
  menuCommandChosen: { command: string };
}

export type BridgeEventName = keyof BridgeEvents;
export type BridgeEvent = {
  [Name in BridgeEventName]: { readonly name: Name; readonly payload: BridgeEvents[Name] };
}[BridgeEventName];

/** The transport below the bridge: one call with a method's dotted name, and one feed of events. */
export interface BridgeTransport {
  invoke(method: string, input: unknown): Promise<Result<unknown>>;
  subscribe(listener: (event: BridgeEvent) => void): () => void;
}

/** Every method by its dotted name, for example `versions.save`. */
export const bridgeMethodNames: readonly string[] = Object.entries(bridgeContract).flatMap(
  ([group, methods]) => Object.keys(methods).map((name) => `${group}.${name}`),
);

/** Builds the bridge over a transport. */
export function createBridge(transport: Pick<BridgeTransport, 'invoke'>): Bridge {
  return buildBridge(bridgeMethodNames, (method, input) => transport.invoke(method, input)) as Bridge;
}
