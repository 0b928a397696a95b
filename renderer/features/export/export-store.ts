import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { download } from '../../download.ts';
import { formatCount } from '../../format/counts.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { fileNameOf, formatMarkdown } from './prompt-file.ts';

interface ExportState {
  readonly isRunning: boolean;
  readonly done: number;
  readonly total: number | null;
  readonly error: BridgeError | null;
  /** Writes prompts of the registry into one file; all of them where no names are given. */
  exportPrompts(names: readonly string[] | null): Promise<void>;
  /** Ends it; no file is left. */
  stop(): void;
}

/** Exporting prompts with their history. It goes on while its dialog is closed. */
export const useExport = create<ExportState>()((set, get) => {
  let isStopped = false;
  return {
    isRunning: false,
    done: 0,
    total: null,
    error: null,
    async exportPrompts(names) {
      if (get().isRunning) return;
      isStopped = false;
      const connection = currentConnection();
      set({ isRunning: true, done: 0, total: null, error: null });
      const parts: string[] = [];
      try {
        await unwrap(
          bridge.exports.open({
            connection: useConnections.getState().currentId,
            ...(names === null ? {} : { names: [...names] }),
          }),
        );
        for (let isEnd = false; !isEnd && !isStopped; ) {
          const part = await unwrap(bridge.exports.read());
          parts.push(part.text);
          isEnd = part.isEnd;
          set({ done: part.done, total: part.total });
        }
        if (isStopped) return;
        const what = names === null ? '' : `-${names.length}-prompts`;
        const name = `promptforge-${connection?.name ?? 'registry'}${what}-${new Date().toISOString().slice(0, 10)}.jsonl`;
        download(name, parts, 'application/jsonl');
        if (useNavigation.getState().dialog === 'export') useNavigation.getState().closeDialog();
        useNotices.getState().show({
          tone: 'success',
          title:
            names === null
              ? 'Everything was exported'
              : `${formatCount(names.length, 'prompt')} ${names.length === 1 ? 'was' : 'were'} exported`,
          message: `The file ${name} has every ${names === null ? 'prompt with its history' : 'version'}. Importing it brings it all back.`,
        });
      } catch (thrown) {
        set({ error: toBridgeError(thrown) });
      } finally {
        await bridge.exports.close();
        set({ isRunning: false });
      }
    },
    stop() {
      isStopped = true;
    },
  };
});

/** Writes the newest saved version of the open prompt into a file. */
export async function exportOpenPrompt(extension: 'txt' | 'md'): Promise<void> {
  const place = currentPlace();
  const prompt = place && findPrompt(useLibrary.getState(), place.connection, place.prompt);
  if (!place || !prompt) return;
  try {
    const { version, content } = await unwrap(bridge.versions.get({ ...place, version: prompt.latest }));
    const text = extension === 'md' ? formatMarkdown(prompt, content) : content;
    const name = fileNameOf(place.prompt, version, extension);
    download(name, [text], extension === 'md' ? 'text/markdown' : 'text/plain');
    useNotices
      .getState()
      .show({ tone: 'success', title: `v${version} was exported`, message: `The file is ${name}.` });
  } catch (thrown) {
    useNotices.getState().showError(toBridgeError(thrown));
  }
}
