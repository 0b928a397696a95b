import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { Draft, PromptPlace, TextView } from '#core/contract/workspace-shapes.ts';
import { areSameVariables } from '#core/domain/same-variables.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { bridge } from '../../bridge/bridge.ts';
import { type DraftSteps, DraftWriter } from '../../bridge/draft-writer.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { whenIdle } from '../../bridge/when-idle.ts';
import { placeKey } from '../connections/connections-store.ts';
import { copyDeclarations } from './copy-declarations.ts';

export interface DraftText {
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
  readonly baseVersion: number;
  readonly baseContentHash: string | null;
  /** The waiting save that the text goes on from. */
  readonly onTopOf: string | null;
}

/** What happened to a draft on its way to the disk. */
export type DraftNews =
  | { readonly kind: 'kept'; readonly draft: Draft }
  | { readonly kind: 'discarded' }
  | { readonly kind: 'failed'; readonly error: BridgeError };

/** A draft that another window wrote or removed. */
export interface DraftChange {
  readonly place: PromptPlace;
  /** What this window knew; `null` for no draft. */
  readonly before: Draft | null;
  readonly now: Draft | null;
}

interface DraftsState {
  /** The drafts on the disk, by place. */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Loads the drafts of a registry once. */
  load(connection: string): Promise<void>;
  /** Reads the drafts of a registry anew. Answers what somebody else did since this window last knew them. */
  readAgain(connection: string): Promise<readonly DraftChange[]>;
  /** Sends nothing to the disk until the task is done. */
  holdWhile(task: () => Promise<void>): Promise<void>;
  /** Sends the text to the disk, at most 200 ms later. */
  put(place: PromptPlace, text: DraftText): void;
  discard(place: PromptPlace): void;
  /** Keeps a text that gives way to another one: it is found under Earlier drafts. */
  keepEarlier(place: PromptPlace, text: Omit<DraftText, 'onTopOf'>): void;
  /** Takes note of where the caret stands: it goes to the disk with the text, or when the window is left. */
  noteView(place: PromptPlace, view: TextView): void;
  /** Where the caret stands in a text, or stood when its draft was kept; `null` where that is not known. */
  viewOf(place: PromptPlace): TextView | null;
  /** Sends at once what waits. */
  flush(): Promise<void>;
  /** True while something is not on the disk yet: of one prompt, or of any. */
  isBusy(place?: PromptPlace): boolean;
  onNews(listener: (place: PromptPlace, news: DraftNews) => void): () => void;
}

/** In milliseconds: how often a text is sent to the disk while it is typed. */
const interval = 100;

/** Where the caret stands in each text, and where it stood when its draft was last sent. */
const views = new Map<string, TextView>();
const sentViews = new Map<string, TextView>();
const writers = new Map<string, DraftWriter<DraftText, Draft>>();
const loads = new Map<string, Promise<void>>();
const listeners = new Set<(place: PromptPlace, news: DraftNews) => void>();

function sendView(key: string): TextView | null {
  const view = views.get(key) ?? null;
  if (view) sentViews.set(key, view);
  return view;
}

/** The text that was last sent of each draft: where no answer came, it may be on the disk all the same. */
const sentTexts = new Map<string, DraftText>();

function isOwn(draft: Draft): boolean {
  const sent = sentTexts.get(placeKey(draft));
  return sent?.content === draft.content && areSameVariables(sent.variables, draft.variables);
}

function findChanges(known: readonly Draft[], drafts: readonly Draft[]): DraftChange[] {
  const before = new Map(known.map((draft) => [draft.prompt, draft]));
  const now = new Map(drafts.map((draft) => [draft.prompt, draft]));
  return [...new Map([...before, ...now]).values()].flatMap(({ connection, prompt }) => {
    const change = { before: before.get(prompt) ?? null, now: now.get(prompt) ?? null };
    const isSame = change.before?.savedAt === change.now?.savedAt;
    return isSame ? [] : [{ place: { connection, prompt }, ...change }];
  });
}

/** What has to be over before anything is sent. */
let hold: Promise<void> | null = null;

function afterHold<Value>(send: () => Promise<Value>): Promise<Value> {
  return hold ? hold.then(send, send) : send();
}

/** Drafts: the unsaved text of every prompt, on its way to the disk and there. */
export const useDrafts = create<DraftsState>()((set, get) => {
  const tell = (place: PromptPlace, news: DraftNews) => {
    for (const listener of listeners) listener(place, news);
  };
  const writerOf = (place: PromptPlace): DraftWriter<DraftText, Draft> => {
    const key = placeKey(place);
    const known = writers.get(key);
    if (known) return known;
    const steps: DraftSteps<DraftText, Draft> = {
      put: (text) =>
        afterHold(() => {
          sentTexts.set(key, text);
          const variables = copyDeclarations(text.variables);
          return unwrap(bridge.drafts.put({ ...place, ...text, variables, view: sendView(key) }));
        }),
      discard: () => afterHold(() => unwrap(bridge.drafts.discard(place))),
      onKept(draft) {
        set({ drafts: { ...get().drafts, [key]: draft } });
        tell(place, { kind: 'kept', draft });
      },
      onDiscarded() {
        const { [key]: _, ...others } = get().drafts;
        set({ drafts: others });
        tell(place, { kind: 'discarded' });
      },
      onFailed: (thrown) => tell(place, { kind: 'failed', error: toBridgeError(thrown) }),
    };
    const writer = new DraftWriter(steps, interval, whenIdle);
    writers.set(key, writer);
    return writer;
  };
  const fetchDrafts = async (connection: string) => {
    const drafts = await unwrap(bridge.drafts.list({ connection }));
    const byPlace = Object.fromEntries(drafts.map((draft) => [placeKey(draft), draft]));
    // What was typed since is newer than what was read.
    set({ drafts: { ...byPlace, ...get().drafts } });
  };
  return {
    drafts: {},
    load(connection) {
      const known = loads.get(connection);
      if (known) return known;
      const loading = fetchDrafts(connection).catch((thrown: unknown) => {
        loads.delete(connection);
        throw thrown;
      });
      loads.set(connection, loading);
      return loading;
    },
    async readAgain(connection) {
      const drafts = await unwrap(bridge.drafts.list({ connection }));
      const all = get().drafts;
      const known = Object.values(all).filter((draft) => draft.connection === connection);
      const others = Object.entries(all).filter(([, draft]) => draft.connection !== connection);
      set({
        drafts: Object.fromEntries([...others, ...drafts.map((draft) => [placeKey(draft), draft] as const)]),
      });
      return findChanges(known, drafts).filter(({ now }) => !now || !isOwn(now));
    },
    async holdWhile(task) {
      const running = Promise.all([hold, task()]).then(() => undefined);
      hold = running;
      try {
        await running;
      } finally {
        if (hold === running) hold = null;
      }
    },
    put: (place, text) => writerOf(place).put(text),
    discard: (place) => writerOf(place).discard(),
    keepEarlier: ({ connection, prompt }, { content, variables, baseVersion, baseContentHash }) =>
      void unwrap(
        bridge.drafts.keepEarlier({
          connection,
          prompt,
          content,
          variables: copyDeclarations(variables),
          baseVersion,
          baseContentHash,
        }),
      ).catch(toBridgeError),
    noteView: (place, view) => void views.set(placeKey(place), view),
    viewOf(place) {
      const key = placeKey(place);
      return views.get(key) ?? get().drafts[key]?.view ?? null;
    },
    async flush() {
      for (const [key, view] of views) {
        const draft = get().drafts[key];
        const isMoved = JSON.stringify(sentViews.get(key) ?? draft?.view) !== JSON.stringify(view);
        if (!draft || !isMoved || writers.get(key)?.isBusy) continue;
        const { savedAt: _savedAt, view: _view, connection, prompt, ...text } = draft;
        writerOf({ connection, prompt }).put(text);
      }
      await Promise.all([...writers.values()].map((writer) => writer.flush()));
    },
    isBusy: (place) =>
      place
        ? (writers.get(placeKey(place))?.isBusy ?? false)
        : [...writers.values()].some((writer) => writer.isBusy),
    onNews(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
});
