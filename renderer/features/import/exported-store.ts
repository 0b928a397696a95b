import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { ExportedOutcome, ExportedRow } from '#core/contract/import-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { BridgeFailure, toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useLibrary } from '../library/library-store.ts';

/** In UTF-16 units. */
const longestPart = 1_000_000;

interface ExportedState {
  readonly step: 'idle' | 'reading' | 'review' | 'writing' | 'done';
  /** What is going on, as a sentence. */
  readonly doing: string;
  readonly done: number;
  /** `null` while it is not known. */
  readonly total: number | null;
  readonly from: string;
  readonly rows: readonly ExportedRow[];
  readonly chosen: ReadonlySet<string>;
  /** True where stable stays where it is. */
  readonly textsOnly: boolean;
  /** True where the latest text of each prompt is taken alone. */
  readonly onlyLatest: boolean;
  /** Which registry it goes into. */
  readonly target: string;
  /** Which of the app's registries it comes from, and whether it is archived there afterwards. */
  readonly source: { readonly connection: string; readonly isMoved: boolean } | null;
  readonly outcomes: readonly ExportedOutcome[];
  readonly error: BridgeError | null;
  readFile(file: File): Promise<void>;
  readRegistry(address: string, key: string): Promise<void>;
  /** Reads prompts of one of the app's registries, to copy them to another one. */
  readConnection(copy: Copy): Promise<void>;
  setTextsOnly(textsOnly: boolean): Promise<void>;
  choose(names: readonly string[], isChosen: boolean): void;
  write(): Promise<void>;
  /** Compares again what was not imported. */
  lookAgain(): Promise<void>;
  stop(): void;
  startOver(): void;
}

const atFirst = {
  step: 'idle',
  doing: '',
  done: 0,
  total: null,
  from: '',
  rows: [],
  chosen: new Set<string>(),
  textsOnly: false,
  onlyLatest: false,
  target: '',
  source: null,
  outcomes: [],
  error: null,
} as const satisfies Partial<ExportedState>;

/** What is copied from where to where. */
interface Copy {
  /** What the registry that it comes from is called. */
  readonly from: string;
  readonly source: string;
  readonly target: string;
  readonly names: readonly string[];
  /** True where it is archived afterwards where it was. */
  readonly isMoved: boolean;
  readonly onlyLatest: boolean;
}

/** Importing an export with its history, from a file or from another registry. */
export const useExported = create<ExportedState>()((set, get) => {
  let job = new AbortController();
  const startJob = () => {
    job.abort();
    job = new AbortController();
    return job.signal;
  };

  const plan = async (signal: AbortSignal) => {
    const { target, textsOnly, onlyLatest } = get();
    set({ step: 'reading', doing: 'Checking the file', done: 0, total: null, rows: [], outcomes: [] });
    await unwrap(bridge.exportedPrompts.beginPlan({ connection: target, textsOnly, onlyLatest }));
    set({ doing: 'Comparing with what is here' });
    const rows: ExportedRow[] = [];
    for (let isEnd = false; !isEnd; ) {
      signal.throwIfAborted();
      const part = await unwrap(bridge.exportedPrompts.planNext());
      rows.push(...part.rows);
      isEnd = part.isEnd;
      set({ done: rows.length });
    }
    signal.throwIfAborted();
    const chosen = rows.filter((row) => isToDo(row, get().source?.isMoved)).map(({ name }) => name);
    set({ step: 'review', rows, chosen: new Set(chosen) });
  };
  const run = async (work: (signal: AbortSignal) => Promise<void>) => {
    const signal = startJob();
    try {
      await work(signal);
    } catch (thrown) {
      if (signal.aborted) return;
      set({ step: get().rows.length > 0 ? 'done' : 'idle', error: toBridgeError(thrown) });
    }
  };

  const readExport = async (signal: AbortSignal) => {
    try {
      await unwrap(bridge.exportedPrompts.open());
      for (let isEnd = false; !isEnd; ) {
        signal.throwIfAborted();
        const part = await unwrap(bridge.exports.read());
        for (const text of split(part.text)) await unwrap(bridge.exportedPrompts.append({ text }));
        set({ done: part.done, total: part.total });
        isEnd = part.isEnd;
      }
    } finally {
      await bridge.exports.close();
    }
  };
  /** What has arrived is archived where it came from; what cannot be is there twice, which is said. */
  const archiveMoved = async ({ connection }: { readonly connection: string }) => {
    for (const outcome of get().outcomes) {
      if ('reason' in outcome) continue;
      try {
        const { name: prompt } = outcome;
        useLibrary
          .getState()
          .put(connection, await unwrap(bridge.prompts.update({ connection, prompt, archived: true })));
      } catch (thrown) {
        const { detail } = toBridgeError(thrown);
        const reason = `It was copied, and is not archived where it was: ${detail}`;
        const outcomes = get().outcomes.map((other) =>
          other === outcome ? { name: outcome.name, code: 'not-archived', reason } : other,
        );
        set({ outcomes });
      }
    }
  };

  return {
    ...atFirst,
    readFile: (file) =>
      run(async (signal) => {
        const target = useConnections.getState().currentId;
        set({
          ...atFirst,
          step: 'reading',
          doing: 'Reading the file',
          from: file.name,
          total: file.size,
          target,
        });
        await unwrap(bridge.exportedPrompts.open());
        let read = 0;
        for await (const text of textParts(file)) {
          signal.throwIfAborted();
          await unwrap(bridge.exportedPrompts.append({ text }));
          read += text.length;
          set({ done: Math.min(read, file.size) });
        }
        await plan(signal);
      }),
    readRegistry: (address, key) =>
      run(async (signal) => {
        const target = useConnections.getState().currentId;
        set({ ...atFirst, step: 'reading', doing: 'Reading the other registry', from: address, target });
        await unwrap(bridge.exports.open({ address, key }));
        await readExport(signal);
        await plan(signal);
      }),
    readConnection: ({ from, source, target, names, isMoved, onlyLatest }) =>
      run(async (signal) => {
        set({ ...atFirst, step: 'reading', doing: 'Reading the other registry', from, target });
        // Where stable is, is a decision of the registry that it goes to.
        set({ source: { connection: source, isMoved }, onlyLatest, textsOnly: true });
        await unwrap(bridge.exports.open({ connection: source, names: [...names] }));
        await readExport(signal);
        await plan(signal);
      }),
    async setTextsOnly(textsOnly) {
      set({ textsOnly });
      await run(plan);
    },
    choose(names, isChosen) {
      const chosen = new Set(get().chosen);
      for (const name of names) {
        if (isChosen) chosen.add(name);
        else chosen.delete(name);
      }
      set({ chosen });
    },
    write: () =>
      run(async (signal) => {
        const names = [...get().chosen];
        set({ step: 'writing', doing: 'Importing', done: 0, total: names.length, outcomes: [], error: null });
        await unwrap(bridge.exportedPrompts.beginApplying({ names }));
        for (let isEnd = false; !isEnd && !signal.aborted; ) {
          const part = await unwrap(bridge.exportedPrompts.applyNext());
          set({ outcomes: [...get().outcomes, ...part.outcomes] });
          set({ done: get().outcomes.length });
          isEnd = part.isEnd;
        }
        const { source, target } = get();
        if (source?.isMoved) await archiveMoved(source);
        set({ step: 'done' });
        void useLibrary.getState().load(target);
      }),
    lookAgain: () => run(plan),
    stop() {
      job.abort();
      if (get().step === 'reading') get().startOver();
    },
    startOver() {
      startJob();
      set({ ...atFirst });
      void bridge.exportedPrompts.close();
    },
  };
});

/** True where there is something to do for a prompt: what is moved is archived also where it has arrived before. */
export function isToDo({ isChange, state }: ExportedRow, isMoved = false): boolean {
  return isChange || (isMoved && state === 'same');
}

/** A file's text in parts. A registry's export is UTF-8; what is not is refused, lest letters be lost. */
async function* textParts(file: File): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for (let start = 0; start < file.size; start += longestPart) {
      const bytes = await file.slice(start, start + longestPart).arrayBuffer();
      yield decoder.decode(bytes, { stream: start + longestPart < file.size });
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const detail = 'The file is not UTF-8, as an export is: some of its letters were changed.';
    throw new BridgeFailure({ code: 'import-not-readable', detail, members: {} });
  }
}

function* split(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + longestPart);
    // Half a character would not arrive as it is.
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1;
    yield text.slice(start, end);
    start = end;
  }
}
