import { create } from 'zustand';
import type { AuditQuestion } from '#core/contract/audit-shapes.ts';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PreviewValues, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { download } from '../../download.ts';
import { currentConnection } from '../connections/connections-store.ts';
import type { RecordRequest } from './record/format-record.ts';
import RecordWorker from './record/record.worker.ts?worker';

interface RecordState {
  /** The prompt and moment that the dialog begins with; `null` for what was chosen last. */
  readonly page: string | null;
  /** What the file is called. */
  readonly fileName: string;
  readonly isMaking: boolean;
  readonly error: BridgeError | null;
  /** The values with which the finished text is shown on the page. */
  readonly values: PreviewValues | null;
  setValues(values: PreviewValues | null): void;
  make(place: PromptPlace, question: AuditQuestion): Promise<void>;
  save(): void;
  forget(): void;
}

let round = 0;

/** The audit record: one page to keep or to print. */
export const useRecord = create<RecordState>()((set, get) => ({
  page: null,
  fileName: '',
  isMaking: false,
  error: null,
  values: null,
  setValues: (values) => set({ values }),
  async make(place, question) {
    round += 1;
    const mine = round;
    set({ page: null, isMaking: true, error: null });
    try {
      const record = await unwrap(bridge.audit.collect({ ...place, ...question }));
      const registryName = currentConnection()?.name ?? '';
      const page = await write({ record, registryName, values: get().values });
      if (mine !== round) return;
      const day = (time: string) => time.slice(0, 10);
      const days = [...new Set([day(question.since), day(question.until)])].join('-to-');
      set({ page, fileName: `audit-${place.prompt.replaceAll('/', '-')}-${days}.html` });
    } catch (thrown) {
      if (mine === round) set({ error: toBridgeError(thrown) });
    } finally {
      if (mine === round) set({ isMaking: false });
    }
  },
  save() {
    const { page, fileName } = get();
    if (page !== null) download(fileName, [page], 'text/html');
  },
  forget() {
    round += 1;
    set({ page: null, isMaking: false, error: null });
  },
}));

/** Comparing long texts takes its time, so the page is written beside the screen. */
function write(request: RecordRequest): Promise<string> {
  const worker = new RecordWorker();
  return new Promise<string>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<string>) => resolve(data));
    worker.addEventListener('error', reject);
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
