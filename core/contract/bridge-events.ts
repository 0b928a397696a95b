import type { ModelRun } from './model-shapes.ts';
import type { WaitingSave } from './outbox-shapes.ts';
import type { Settings } from './settings.ts';
import type * as shape from './shapes.ts';
import type { Connection, PromptPlace, SystemNotice } from './workspace-shapes.ts';

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
  /**
   * The registry was restored from a backup, or another one is there now: nothing that was read of it holds. Which
   * ones there are is asked with `replicas.takeReplaced`.
   */
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
