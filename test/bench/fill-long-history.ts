import { hash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import { storeFileName } from '#main/registry/db/sqlite.ts';
import { hashBeforeTheFirst, sealEvent } from '#main/registry/events/seal-event.ts';

/** Ten thousand versions of it are saved, and every fiftieth of them is promoted. */
export const longHistoryName = 'long-history';
const start = Date.parse('2023-01-01T00:00:00.000Z');
const minute = 60_000;

/** Adds a prompt with many versions, and many moves of `stable`, to a store that no process has open. */
export function addLongHistory(folder: string, versions: number): void {
  const store = new DatabaseSync(join(folder, storeFileName));
  const author = findAuthor(store);
  const id = Number(store.prepare('SELECT max(id) AS id FROM prompts').get()?.id ?? 0) + 1;
  let position = Number(store.prepare('SELECT max(position) AS last FROM promotions').get()?.last ?? 0);
  const timeOf = (version: number) => new Date(start + version * 150 * minute).toISOString();
  const lastStable = versions - (versions % 50);
  store.exec('BEGIN');
  insert(store, 'prompts', {
    ...{ id, name: longHistoryName, title: 'Long history', description: '', tags: '[]', archived: 0 },
    ...{ latest: versions, stable: lastStable, createdAt: timeOf(1), updatedAt: timeOf(versions) },
    searchText: '',
  });
  const addVersion = prepareInsert(store, 'versions', [
    ...[
      'promptId',
      'version',
      'content',
      'contentHash',
      'variables',
      'note',
      'authorId',
      'createdAt',
      'parent',
    ],
    ...['wordsAdded', 'wordsRemoved'],
  ]);
  for (let version = 1; version <= versions; version += 1) {
    const content = `Answer in ${version} words at most, and quote the order.`;
    addVersion.run(
      ...([id, version, content, `sha256:${hash('sha256', content, 'hex')}`, '[]'] as const),
      ...([`Change number ${version}, asked for by the support desk`, author, timeOf(version)] as const),
      ...([version === 1 ? null : version - 1, version % 40, version % 17] as const),
    );
    if (version % 50 !== 0) continue;
    const promotion = randomUUID();
    const kind = version % 500 === 0 ? 'rollback' : 'promotion';
    const at = new Date(Date.parse(timeOf(version)) + minute).toISOString();
    position += 1;
    insert(store, 'promotions', {
      ...{ position, id: promotion, promptId: id, version, kind, status: 'applied', note: 'As agreed.' },
      ...{ requestedBy: author, createdAt: at, baseStable: null, appliedAt: at, appliedBy: author },
    });
    insert(store, 'stableMoves', {
      promptId: id,
      position: version / 50,
      version,
      promotionId: promotion,
      at,
    });
  }
  store.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  store.close();
}

/** Makes the log of a store that no process has open this long, in entries, every one chained to the one before. */
export function addLongLog(folder: string, length: number): void {
  const store = new DatabaseSync(join(folder, storeFileName));
  const actors = Array.from({ length: 12 }, (_, index) => ({
    id: `actor-${index}`,
    name: `Colleague ${index}`,
  }));
  const columns = ['seq', 'id', 'type', 'at', 'actorId', 'actorName', 'prompt', 'version', 'data'];
  const addEvent = prepareInsert(store, 'events', [...columns, 'previousHash', 'hash']);
  const last = store.prepare('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1').get();
  let previousHash = String(last?.hash ?? hashBeforeTheFirst);
  store.exec('BEGIN');
  for (let seq = Number(last?.seq ?? 0) + 1; seq <= length; seq += 1) {
    const actor = actors[(seq * 7) % actors.length] ?? { id: 'actor-0', name: 'Colleague 0' };
    const event: Omit<RegistryEvent, 'hash'> = {
      ...{ seq, id: randomUUID(), type: seq % 5 === 0 ? 'promotion.requested' : 'version.created', actor },
      ...{ at: new Date(start + seq * 15 * minute).toISOString(), prompt: `legal/prompt-${seq % 300}` },
      ...{ version: (seq % 40) + 1, data: { note: `As the desk asked, number ${seq}.` }, previousHash },
    };
    previousHash = sealEvent(event);
    addEvent.run(
      ...([seq, event.id, event.type, event.at, actor.id, actor.name, event.prompt ?? null] as const),
      ...([event.version ?? null, JSON.stringify(event.data), event.previousHash, previousHash] as const),
    );
  }
  store
    .prepare(`INSERT OR REPLACE INTO facts (name, value) VALUES ('endOfEvents', ?)`)
    .run(JSON.stringify({ seq: length, hash: previousHash }));
  store.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  store.close();
}

function findAuthor(store: DatabaseSync): string {
  return String(store.prepare('SELECT id FROM members').get()?.id);
}

function prepareInsert(store: DatabaseSync, table: string, columns: readonly string[]): StatementSync {
  const names = columns.map((column) => `"${column}"`).join(', ');
  return store.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
}

function insert(
  store: DatabaseSync,
  table: string,
  row: Readonly<Record<string, string | number | null>>,
): void {
  prepareInsert(store, table, Object.keys(row)).run(...Object.values(row));
}
