import type { MenuCommand } from '#core/contract/menu.ts';
import type { AppInfo, SystemNotice } from '#core/contract/workspace-shapes.ts';

/** What the app needs of the place it runs in. A shell (desktop or web) provides these, and nothing else. */
export interface AppPorts {
  /** Everything that the app keeps is below this folder. */
  readonly dataFolder: string;
  readonly version: string;
  readonly capabilities: AppInfo['capabilities'];
  readonly settings: SettingsPort;
  readonly secrets: SecretsPort;
  /** Carries the calls to registries elsewhere, through the system’s proxy. The sandbox needs none. */
  readonly fetch: typeof fetch;
  /** Starts the sandbox registry in a process of its own. */
  readonly startSandbox: (options: SandboxOptions) => Promise<SandboxProcess>;
  readonly openLink: (url: string) => Promise<void>;
  /** Shows in the system's menu what the screen can do now; nothing where there is no such menu. */
  readonly setMenu: (commands: readonly MenuCommand[]) => void;
  /** Adds a word to the user's dictionary; nothing where the browser keeps that itself. */
  readonly learnWord: (word: string) => void;
  /** Tells the user something by the system's own means; answers `false` to leave it to the screen. */
  readonly notify: (notice: SystemNotice) => boolean;
  readonly log: LogPort;
  /** Files that the shell set aside before the app began, each as a sentence. */
  readonly setAside: readonly string[];
}

/** `electron-store` and `conf` both satisfy this. */
export interface SettingsPort {
  get store(): Record<string, unknown>;
  set(values: Record<string, unknown>): void;
}

/** The system's keychain, or a file that only this user can read. */
export interface SecretsPort {
  get(name: string): Promise<string | null>;
  set(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface LogPort {
  info(message: string, facts?: Record<string, unknown>): void;
  error(message: string, facts?: Record<string, unknown>): void;
}

export interface SandboxOptions {
  /** Where the sandbox's database is. */
  readonly dataFolder: string;
  /** Tried first; a free one is taken where it is in use. */
  readonly port: number;
  /** The administrator's key that the app will use. */
  readonly adminKey: string;
  /** What the administrator of a new sandbox is called. */
  readonly administrator: string;
}

export interface SandboxProcess {
  /** For example `http://127.0.0.1:7411`. */
  readonly address: string;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}
