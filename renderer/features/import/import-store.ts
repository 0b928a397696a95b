import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { ImportOutcome } from '#core/contract/import-shapes.ts';
import type { PlaceholderKind } from '#core/domain/placeholders.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useLibrary } from '../library/library-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import type { Candidate } from './candidate.ts';
import { learnNames, learnVersions, type RegistryKnowledge } from './compare-with-registry.ts';
import {
  type ConvertedCandidate,
  convertCandidates,
  countKinds,
  type KindCounts,
} from './convert-candidates.ts';
import { describeResult } from './describe-rows.ts';
import { useExported } from './exported-store.ts';
import { canBeImported, type PlannedRow, planRows, type RowEdit } from './plan-rows.ts';
import { readBeside } from './read-beside.ts';
import type { ChosenFile, ReadQuestion, Source } from './read-sources.ts';
import { isShown, type RowFilter } from './row-filter.ts';
import { listCandidates, readCellsAs, readTableFrom, type TableReading } from './sources-to-candidates.ts';
import type { ColumnChoice } from './table.ts';
import { writeRows } from './write-rows.ts';

export type ImportStep = 'choose' | 'reading' | 'review' | 'writing' | 'done';

interface Progress {
  readonly done: number;
  readonly total: number;
}

interface ImportState {
  readonly step: ImportStep;
  /** The registry that it is imported into. */
  readonly connection: string;
  readonly paste: string;
  /** How far reading, comparing or writing is; `null` while the length is not known. */
  readonly progress: Progress | null;
  readonly sources: readonly Source[];
  readonly readings: ReadonlyMap<Source, TableReading>;
  readonly counts: KindCounts;
  readonly kinds: ReadonlySet<PlaceholderKind>;
  readonly folder: string;
  readonly rows: readonly PlannedRow[];
  /** True while rows are compared with the registry, or converted anew. */
  readonly isChecking: boolean;
  readonly filter: RowFilter;
  /** The row whose text is shown. */
  readonly shown: number | null;
  readonly outcomes: ReadonlyMap<number, ImportOutcome>;
  /** What was chosen to be written. */
  readonly writing: readonly PlannedRow[];
  readonly error: BridgeError | null;
  setPaste(text: string): void;
  readFiles(files: readonly ChosenFile[]): Promise<void>;
  readPasted(readAs: 'prompt' | 'list'): Promise<void>;
  changeColumns(source: Source, change: Partial<ColumnChoice>): void;
  setHasNames(source: Source, hasNames: boolean): void;
  toggleKind(kind: PlaceholderKind): void;
  setFolder(folder: string): void;
  edit(index: number, edit: RowEdit): void;
  /** Chooses or leaves out every row that the filter shows. */
  chooseAll(isChosen: boolean): void;
  setFilter(filter: RowFilter): void;
  show(index: number): void;
  write(): Promise<void>;
  /** Stops reading or writing; what was written stays. */
  stop(): void;
  /** Compares again what was not written. */
  lookAgain(): Promise<void>;
  startOver(): void;
}

const atFirst = {
  step: 'choose',
  connection: '',
  progress: null,
  sources: [],
  readings: new Map(),
  counts: new Map(),
  kinds: new Set<PlaceholderKind>(['double', 'dollar']),
  folder: '',
  rows: [],
  isChecking: false,
  filter: 'all',
  shown: null,
  outcomes: new Map(),
  writing: [],
  error: null,
} as const satisfies Partial<ImportState>;

/** What the rows are made of; too much to be drawn, so that it is not part of what the screen follows. */
interface Workings {
  candidates: readonly Candidate[];
  converted: readonly ConvertedCandidate[];
  edits: Map<number, RowEdit>;
  knowledge: RegistryKnowledge | null;
}

/** Importing, from the choice of a source to the result. It goes on while its dialog is closed. */
export const useImport = create<ImportState>()((set, get) => {
  let work: Workings = emptyWorkings();
  let job = new AbortController();

  const startJob = (): AbortSignal => {
    job.abort();
    job = new AbortController();
    return job.signal;
  };
  const plan = () => {
    const { candidates, converted, edits, knowledge } = work;
    const { existing, versions } = knowledge ?? { existing: new Map(), versions: new Map() };
    const rows = planRows({ candidates, converted, edits, folder: get().folder, existing, versions });
    set({ rows });
    return rows;
  };
  /** Asks the registry about names that it was not asked about. */
  const compare = async (signal: AbortSignal) => {
    if (!work.knowledge) work.knowledge = await learnNames(get().connection);
    signal.throwIfAborted();
    const { connection } = get();
    const { knowledge } = work;
    const names = plan().map(({ name }) => name);
    const onProgress = (done: number, total: number) => set({ progress: { done, total } });
    if (await learnVersions(connection, knowledge, names, signal, onProgress)) plan();
  };
  /** Does the steps from `convert` on; a newer call takes over from an older one. */
  const refresh = async (from: 'candidates' | 'texts' | 'names') => {
    const signal = startJob();
    set({ isChecking: true, error: null });
    try {
      if (from === 'candidates') {
        work.candidates = listCandidates(get().sources, get().readings);
        set({ counts: await countKinds(work.candidates, signal) });
      }
      if (from !== 'names') work.converted = await convertCandidates(work.candidates, get().kinds, signal);
      await compare(signal);
      set({
        isChecking: false,
        progress: null,
        step: 'review',
        shown: get().shown ?? firstWithText(get().rows),
      });
    } catch (thrown) {
      if (signal.aborted) return;
      set({ isChecking: false, progress: null, error: toBridgeError(thrown), step: 'review' });
    }
  };
  const begin = async (questions: readonly ReadQuestion[]) => {
    const signal = startJob();
    work = emptyWorkings();
    set({ ...atFirst, step: 'reading', connection: useConnections.getState().currentId });
    useExported.setState({ error: null });
    try {
      const sources = await readBeside(questions, signal, (done) =>
        set({ progress: { done, total: questions.length } }),
      );
      const [first] = sources;
      if (first?.kind === 'export' && sources.length === 1) {
        set({ ...atFirst });
        return void useExported.getState().readFile(first.file);
      }
      const found = sources.map((source) => [source, readTableFrom(source)] as const);
      const readings = new Map(
        found.flatMap(([source, reading]) => (reading ? [[source, reading] as const] : [])),
      );
      set({ sources, readings });
      await refresh('candidates');
    } catch (thrown) {
      if (!signal.aborted) set({ step: 'choose', error: toBridgeError(thrown) });
    }
  };
  const setReading = (source: Source, reading: TableReading) => {
    set({ readings: new Map(get().readings).set(source, reading) });
    work.edits.clear();
    void refresh('candidates');
  };

  return {
    ...atFirst,
    paste: '',
    setPaste: (paste) => set({ paste }),
    readFiles: (files) => begin(files.map((file) => ({ kind: 'file', ...file }))),
    readPasted: (readAs) => begin([{ kind: 'paste', text: get().paste, readAs }]),
    changeColumns(source, change) {
      const reading = get().readings.get(source);
      if (reading) setReading(source, { ...reading, choice: { ...reading.choice, ...change } });
    },
    setHasNames(source, hasNames) {
      const reading = get().readings.get(source);
      if (reading?.cells) setReading(source, readCellsAs({ ...reading, cells: reading.cells }, hasNames));
    },
    toggleKind(kind) {
      const kinds = new Set(get().kinds);
      if (!kinds.delete(kind)) kinds.add(kind);
      set({ kinds });
      void refresh('texts');
    },
    setFolder(folder) {
      set({ folder });
      void refresh('names');
    },
    edit(index, edit) {
      work.edits.set(index, { ...work.edits.get(index), ...edit });
      if (edit.name === undefined && edit.title === undefined) plan();
      else void refresh('names');
    },
    chooseAll(isChosen) {
      const { rows, filter } = get();
      for (const { index, state } of rows) {
        if (canBeImported(state) && isShown(state.kind, filter)) {
          work.edits.set(index, { ...work.edits.get(index), isChosen });
        }
      }
      plan();
    },
    setFilter: (filter) => set({ filter }),
    show: (shown) => set({ shown }),
    async write() {
      const signal = startJob();
      const writing = get().rows.filter(({ isChosen }) => isChosen);
      set({
        step: 'writing',
        writing,
        outcomes: new Map(),
        error: null,
        progress: { done: 0, total: writing.length },
      });
      const error = await writeRows(get().connection, writing, signal, (written) => {
        const outcomes = new Map([...get().outcomes, ...written]);
        set({ outcomes, progress: { done: outcomes.size, total: writing.length } });
      });
      set({ step: 'done', error, progress: null });
      work.knowledge = null;
      void useLibrary.getState().load(get().connection);
      if (useNavigation.getState().dialog !== 'import') tellResult(get());
    },
    stop() {
      job.abort();
      if (get().step === 'reading') set({ ...atFirst });
    },
    async lookAgain() {
      work.knowledge = null;
      for (const [index, edit] of work.edits) {
        const { isChosen: _, ...kept } = edit;
        work.edits.set(index, kept);
      }
      set({ filter: 'all' });
      await refresh('names');
    },
    startOver() {
      startJob();
      work = emptyWorkings();
      set({ ...atFirst });
    },
  };
});

function emptyWorkings(): Workings {
  return { candidates: [], converted: [], edits: new Map(), knowledge: null };
}

/** The dialog was closed meanwhile: the result is told in the corner. */
function tellResult(state: Pick<ImportState, 'outcomes' | 'writing'>): void {
  const { title, message } = describeResult(state.writing, state.outcomes);
  useNotices.getState().show({
    tone: 'success',
    title,
    message,
    action: { label: 'Show', run: () => useNavigation.getState().openDialog('import') },
  });
}

function firstWithText(rows: readonly PlannedRow[]): number {
  return Math.max(
    0,
    rows.findIndex(({ converted }) => converted !== null && converted.content !== ''),
  );
}
