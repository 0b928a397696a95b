import type { BridgeTransport } from '#core/contract/bridge.ts';
import type { Result } from '#core/contract/bridge-error.ts';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { SaveResult, WaitingSave } from '#core/contract/outbox-shapes.ts';
import type { Promotion, StableInterval, Version } from '#core/contract/shapes.ts';
import type { Connection, Draft, PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { Role } from '#core/domain/roles.ts';

export const place: PromptPlace = { connection: 'sandbox', prompt: 'greeting' };

export const connectionWith = (roles: Role[]): Connection => ({
  id: 'sandbox',
  name: 'Sandbox',
  kind: 'sandbox',
  address: 'http://127.0.0.1:7411',
  status: 'online',
  fault: null,
  member: { id: 'me', name: 'Me', email: null, roles },
});

interface SaveInput {
  readonly content: string;
  readonly note: string;
  readonly baseVersion: number;
  readonly onTopOf: string | null;
}

/** A small app behind the bridge: one prompt in memory, with the registry's rules for saving and promoting. */
export class MemoryApp implements BridgeTransport {
  readonly calls: { method: string; input: unknown }[] = [];
  readonly drafts = new Map<string, Draft>();
  versions: Version[] = [];
  promotions: Promotion[] = [];
  stable: number | null = null;
  missing: string[] = [];
  /** Where it is, saves wait until `goOnline`. */
  isOffline = false;
  saves: WaitingSave[] = [];
  /** The texts that were to be kept among the earlier drafts. */
  readonly earlier: string[] = [];
  /** The merge that is not finished. */
  merge: unknown = null;
  /** Runs before a call is answered; what it throws is the error that crosses the bridge. */
  before: (method: string) => Promise<void> | void = () => undefined;
  readonly #place: PromptPlace;
  readonly #listeners = new Set<(event: BridgeEvent) => void>();

  constructor(firstText: string, connection = place.connection) {
    this.#place = { ...place, connection };
    this.saveAs('Me', firstText);
  }

  saveAs(author: string, content: string, parent = this.versions.at(-1)?.version ?? null): Version {
    const version: Version = {
      prompt: place.prompt,
      version: this.versions.length + 1,
      content,
      variables: [],
      note: '',
      author: { id: author === 'Me' ? 'me' : author, name: author },
      createdAt: '2026-03-03T14:00:00.000Z',
      contentHash: `sha256:${this.versions.length + 1}`,
      parent,
    };
    this.versions.push(version);
    return version;
  }

  subscribe(listener: (event: BridgeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async invoke(method: string, input: unknown): Promise<Result<unknown>> {
    this.calls.push({ method, input });
    try {
      await this.before(method);
      // A transport carries copies.
      return { ok: true, value: structuredClone(this.#answer(method, structuredClone(input))) };
    } catch (thrown) {
      const { code, members = {} } = thrown as { code: 'internal'; members?: Record<string, unknown> };
      return { ok: false, error: { code, detail: 'No.', members } };
    }
  }

  #answer(method: string, input: unknown): unknown {
    switch (method) {
      case 'drafts.list':
        return [...this.drafts.values()];
      case 'drafts.put': {
        const draft = { ...(input as Omit<Draft, 'savedAt'>), savedAt: '2026-03-03T14:02:00.000Z' };
        this.drafts.set(draft.prompt, draft);
        return draft;
      }
      case 'drafts.keepEarlier':
        this.earlier.push((input as Draft).content);
        return undefined;
      case 'drafts.discard':
        this.#discard(input as PromptPlace);
        return undefined;
      case 'merges.get':
        return this.merge;
      case 'merges.put':
        this.merge = (input as { merge: unknown }).merge;
        return undefined;
      case 'merges.discard':
        this.merge = null;
        return undefined;
      case 'versions.list':
        return this.#listVersions((input as { cursor?: string }).cursor);
      case 'versions.get':
        return this.#getVersion((input as { version: number }).version);
      case 'outbox.list':
        return this.saves;
      case 'outbox.takeBack':
        return this.#takeBack(input as { id: string; intoDraft: boolean });
      case 'versions.save':
        return this.#save(input as SaveInput);
      case 'promotions.list':
      case 'promotions.listWaiting':
        return this.promotions;
      case 'promotions.stableHistory':
        return [] satisfies StableInterval[];
      case 'promotions.request':
        return this.#request(input as { version: number; note: string; expectedStable: number | null });
      case 'promotions.apply':
        return this.#apply((input as { id: string }).id);
      default:
        throw new Error(`The test's app has no ${method}.`);
    }
  }

  /** What a test of before discards late is another registry's. */
  #discard({ connection, prompt }: PromptPlace): void {
    if (connection === this.#place.connection) this.drafts.delete(prompt);
  }

  #getVersion(number: number): Version {
    const version = this.versions[number - 1];
    if (!version) throw { code: 'version-not-found' };
    return version;
  }

  /** Pages of ten. */
  #listVersions(cursor = String(this.versions.length + 1)) {
    const below = this.versions.slice(0, Number(cursor) - 1).toReversed();
    const items = below.slice(0, 10).map(({ content: _, ...summary }) => summary);
    return { items, nextCursor: below.length > 10 ? String(items.at(-1)?.version) : null };
  }

  #save(save: SaveInput): SaveResult {
    const { content, note, baseVersion } = save;
    if (this.isOffline) return { kind: 'waiting', save: this.#wait(save) };
    const latest = this.versions.at(-1);
    if (latest && latest.version !== baseVersion) return { kind: 'conflict', theirs: latest };
    const version = { ...this.saveAs('Me', content, baseVersion), note };
    this.versions[version.version - 1] = version;
    return { kind: 'saved', version };
  }

  #wait({ content, note, baseVersion, onTopOf }: SaveInput): WaitingSave {
    if ((this.saves.at(-1)?.id ?? null) !== onTopOf) throw { code: 'saves-changed' };
    const save: WaitingSave = {
      ...this.#place,
      ...{ content, note, variables: [], baseVersion, baseContentHash: null, obstacle: null },
      ...{ id: crypto.randomUUID(), idempotencyKey: 'k', savedAt: '2026-03-03T14:02:00.000Z' },
    };
    this.saves.push(save);
    this.#tell();
    return save;
  }

  #takeBack({ id, intoDraft }: { id: string; intoDraft: boolean }): void {
    const save = this.saves.pop();
    if (save?.id !== id) throw { code: 'saves-changed' };
    const { prompt, content, variables, baseVersion, baseContentHash } = save;
    const savedAt = '2026-03-03T14:05:00.000Z';
    const text = {
      content,
      variables,
      baseVersion,
      baseContentHash,
      savedAt,
      onTopOf: this.saves.at(-1)?.id ?? null,
      view: null,
    };
    if (intoDraft && !this.drafts.has(prompt)) this.drafts.set(prompt, { ...this.#place, ...text });
    this.#tell();
  }

  /** Sends what waits, as far as nobody saved in between. */
  goOnline(): void {
    this.isOffline = false;
    for (let head = this.saves[0]; head; head = this.saves[0]) {
      const latest = this.versions.at(-1);
      if (latest && latest.version !== head.baseVersion) {
        const obstacle = { code: 'version-conflict', detail: 'No.', theirs: latest };
        this.saves = [{ ...head, obstacle }, ...this.saves.slice(1)];
        this.#tell();
        return;
      }
      const version = this.saveAs('Me', head.content, head.baseVersion);
      this.saves = this.saves.slice(1).map((save) => ({ ...save, baseVersion: version.version }));
      const payload = { connection: this.#place.connection, id: head.id, version, noteNotSent: null };
      this.#emit({ name: 'waitingSaveSent', payload });
      this.#tell();
    }
  }

  #tell(): void {
    this.#emit({
      name: 'outboxChanged',
      payload: { connection: this.#place.connection, saves: [...this.saves] },
    });
  }

  #emit(event: BridgeEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #request(wish: { version: number; note: string; expectedStable: number | null }): Promotion {
    if (wish.expectedStable !== this.stable) throw { code: 'stable-moved' };
    const promotion: Promotion = {
      id: `p${this.promotions.length + 1}`,
      prompt: place.prompt,
      version: wish.version,
      channel: 'stable',
      kind: 'promotion',
      status: 'pending',
      note: wish.note,
      requestedBy: { id: 'me', name: 'Me' },
      createdAt: '2026-03-03T14:03:00.000Z',
      baseStable: this.stable,
      reviews: [],
      missing: this.missing,
      appliedAt: null,
      appliedBy: null,
    };
    this.promotions.unshift(promotion);
    return promotion;
  }

  #apply(id: string): Promotion {
    const promotion = this.promotions.find((candidate) => candidate.id === id);
    if (!promotion) throw { code: 'promotion-not-found' };
    if (promotion.missing.length > 0) throw { code: 'not-approved' };
    this.stable = promotion.version;
    const applied: Promotion = {
      ...promotion,
      status: 'applied',
      appliedAt: '2026-03-03T14:03:01.000Z',
      appliedBy: { id: 'me', name: 'Me' },
    };
    this.promotions = this.promotions.map((other) => (other.id === id ? applied : other));
    return applied;
  }
}
