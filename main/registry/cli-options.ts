import { homedir, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Store } from './db/open-store.ts';
import { defaultRateLimit } from './keys/rate-limit.ts';

export interface CliOptions {
  readonly host: string;
  readonly port: number;
  /** Further names that it may be called by. */
  readonly allowedHosts: readonly string[];
  readonly store: Store;
  /** Requests a second and key. */
  readonly rateLimit: number;
  readonly allowPrivateWebhooks: boolean;
  /** Lets the key of the environment in as an administrator's, whatever the store says. */
  readonly acceptAdminKey: boolean;
}

export type CliRequest =
  | { readonly kind: 'run'; readonly options: CliOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly sentence: string };

/** A host's name or address as it stands in a URL. */
const hostName = /^([A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\])$/;

/** Reads the command line. */
export function readCommandLine(args: readonly string[]): CliRequest {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '7410' },
        'allowed-host': { type: 'string', multiple: true, default: [] },
        data: { type: 'string' },
        database: { type: 'string' },
        'rate-limit': { type: 'string', default: String(defaultRateLimit) },
        'allow-private-webhooks': { type: 'boolean', default: false },
        'accept-admin-key': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.host === '' || values.data === '') {
      return { kind: 'refused', sentence: '--host and --data need a value.' };
    }
    const { data, database, 'allowed-host': allowedHosts } = values;
    const wrongName = allowedHosts.find((name) => !hostName.test(name));
    if (wrongName !== undefined) {
      const sentence = `--allowed-host takes a name without a port, for example registry.example.com, not “${wrongName}”.`;
      return { kind: 'refused', sentence };
    }
    if (data !== undefined && database !== undefined) {
      return { kind: 'refused', sentence: 'Give --data or --database, not both.' };
    }
    if (database !== undefined && !isPostgresUrl(database)) {
      const sentence =
        '--database takes the address of a PostgreSQL database: postgres://user@host:5432/name.';
      return { kind: 'refused', sentence };
    }
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
    if (!(port <= 65_535)) {
      return { kind: 'refused', sentence: `--port takes a number from 0 to 65535, not “${values.port}”.` };
    }
    const limit = values['rate-limit'];
    if (!/^[1-9]\d{0,8}$/.test(limit)) {
      return { kind: 'refused', sentence: `--rate-limit takes a number from 1 on, not “${limit}”.` };
    }
    const rateLimit = Number(limit);
    const {
      host,
      'allow-private-webhooks': allowPrivateWebhooks,
      'accept-admin-key': acceptAdminKey,
    } = values;
    const store: Store =
      database === undefined
        ? { kind: 'sqlite', folder: resolve(data ?? defaultDataFolder()) }
        : { kind: 'postgres', url: database };
    const options = { host, port, allowedHosts, store, rateLimit, allowPrivateWebhooks, acceptAdminKey };
    return { kind: 'run', options };
  } catch (error) {
    return {
      kind: 'refused',
      sentence: hidePassword(error instanceof Error ? error.message : String(error)),
    };
  }
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}

function hidePassword(text: string): string {
  return text.replace(/(:\/\/[^\s:/@]*):[^\s@]*@/g, '$1:…@');
}

/** Where a registry keeps its data unless it is told otherwise: the system's place for a user's data. */
export function defaultDataFolder(): string {
  const { XDG_DATA_HOME, LOCALAPPDATA } = process.env;
  const places: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(homedir(), 'Library', 'Application Support'),
    win32: LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'),
  };
  return join(
    places[platform()] ?? (XDG_DATA_HOME || join(homedir(), '.local', 'share')),
    'promptforge-registry',
  );
}

export const helpText = `Runs a PromptForge registry.

  npm run registry -- [--host 127.0.0.1] [--port 7410] [--data DIR | --database postgres://…]
                      [--allowed-host NAME] [--rate-limit 2000] [--allow-private-webhooks] [--accept-admin-key]

  --host HOST   the address to listen on; on loopback, only this machine can reach it
  --port PORT   the port to listen on; 0 picks a free one
  --allowed-host NAME
                a further name that it may be called by, at any port, as a proxy in front of it is; may be given
                several times. On loopback it answers to its own names and these; elsewhere to any name, or, where
                one is given, to these and its own
  --data DIR    where everything is kept; ${defaultDataFolder()} by default
  --database URL
                keeps everything in PostgreSQL 15 or newer instead, which any number of processes may share:
                postgres://user@host:5432/name; the password can be in PGPASSWORD instead of the URL
  --rate-limit N
                how many requests of one key this process answers a second; more get 429; ${defaultRateLimit} by default
  --allow-private-webhooks
                lets administrators send webhooks to this machine and to private networks
  --accept-admin-key
                lets PROMPTFORGE_ADMIN_KEY in as a further key of the first administrator, where the store is not
                empty: for when nobody has an administrator's key any more
  --help        shows this

  PROMPTFORGE_ADMIN_KEY   the first administrator's key, read when the store is empty: at least 16 printable
                          characters without spaces. Where it is unset, one is made and shown once.

It ends on SIGTERM and SIGINT, after the requests under way.`;
