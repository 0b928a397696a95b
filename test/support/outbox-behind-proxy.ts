import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { WaitingSave } from '#core/contract/outbox-shapes.ts';
import type { SaveRequest } from '#main/workspace/outbox/outbox.ts';
import { openWorkspace, place, type Workspace } from './open-workspace.ts';
import { type RegistryBehindProxy, startRegistryBehindProxy } from './start-registry-behind-proxy.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

export let registry: RegistryBehindProxy;
export let mine: Awaited<ReturnType<RegistryBehindProxy['join']>>;
export let theirs: Awaited<ReturnType<RegistryBehindProxy['join']>>;
export let folder: ReturnType<typeof makeTemporaryFolder>;
export let workspace: Workspace;
let number = 0;
/** The prompt of the test. */
export let prompt = '';

/** Gives the tests of a file a registry behind a proxy, and each an app with an empty outbox and a prompt. */
export function openOutboxForEach(): void {
  beforeAll(async () => {
    registry = await startRegistryBehindProxy();
    mine = await registry.join('editor');
    theirs = await registry.join('editor');
  });
  afterAll(() => registry.remove());

  beforeEach(async () => {
    folder = makeTemporaryFolder();
    number += 1;
    prompt = `prompt-${number}`;
    await registry.admin.call('createPrompt', { body: { name: prompt, content: 'One.' } });
    workspace = open();
  });
  afterEach(async () => {
    workspace.outbox.close();
    await registry.proxy.restore();
    folder.remove();
  });
}

const open = () => openWorkspace({ dataFolder: folder.path, address: registry.outerAddress, key: mine.key });

/** Where the prompt is. */
export const here = () => ({ connection: place.connection, prompt });

/** A text to save on top of version 1. */
export const request = (content: string, change: Partial<SaveRequest> = {}): SaveRequest => ({
  ...here(),
  content,
  variables: [],
  note: '',
  baseVersion: 1,
  baseContentHash: null,
  onTopOf: null,
  ...change,
});

/** What waits. */
export const list = () => workspace.outbox.list(place.connection);

/** Waits until nothing waits any more. */
export const untilEmpty = () => expect.poll(list).toEqual([]);

/** The draft of the prompt. */
export const draft = async () =>
  (await workspace.drafts.list(place.connection)).find((one) => one.prompt === prompt);

/** The texts of the prompt's versions in the registry, the oldest first. */
export const history = async () => {
  const versions = await registry.admin.call('listVersions', { params: { name: prompt }, query: {} });
  const texts = versions.items.toReversed().map(async ({ version }) => {
    const found = await registry.admin.call('getVersion', { params: { name: prompt, version } });
    return found.content;
  });
  return Promise.all(texts);
};

/** Saves where the registry cannot be reached. */
export async function saveOffline(content: string, change: Partial<SaveRequest> = {}): Promise<WaitingSave> {
  const result = await workspace.outbox.save(request(content, change));
  if (result.kind !== 'waiting') throw new Error(`It was ${result.kind}.`);
  return result.save;
}

/** The app is gone, and started again over the same files. */
export function restart(): void {
  workspace.outbox.close();
  workspace = open();
}
