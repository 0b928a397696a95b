import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bridgeContract } from '#core/contract/bridge.ts';
import { createDispatch } from '#main/bridge/dispatch.ts';
import { createHandlers } from '#main/bridge/handlers.ts';
import { createBegunMerges } from '#main/workspace/begun-merges.ts';
import { createDrafts } from '#main/workspace/drafts.ts';
import { createEarlierDrafts } from '#main/workspace/earlier-drafts/earlier-drafts.ts';
import { createModelRuns } from '#main/workspace/model/model-runs.ts';
import { createModelService } from '#main/workspace/model/model-service.ts';
import { createOutbox } from '#main/workspace/outbox/outbox.ts';
import { createPreviewValueStore } from '#main/workspace/preview-value-store.ts';
import { createReplicas } from '#main/workspace/replica/replicas.ts';
import { createSettingsService } from '#main/workspace/settings-service.ts';
import { createTestInputDrafts } from '#main/workspace/test-input-drafts.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';
import { openNoConnections } from '#test/support/test-ports.ts';

/** The real services, without any connection. */
async function createServices(folder: string) {
  const logged: unknown[] = [];
  const kept: Record<string, unknown> = { theme: 'purple', editorFontSize: 20, unknown: 1 };
  const store = { store: kept, set: (values: object) => void Object.assign(kept, values) };
  const log = { info: () => undefined, error: (...entry: unknown[]) => void logged.push(entry) };
  const nothing = () => undefined;
  const earlierDrafts = createEarlierDrafts(folder, nothing, log);
  const drafts = createDrafts(folder, earlierDrafts, nothing);
  const settings = createSettingsService(store, () => undefined);
  const replicas = createReplicas({
    dataFolder: folder,
    settings,
    drafts,
    emit: nothing,
    subscribe: nothing,
    onSetAside: nothing,
    log,
  });
  const connections = replicas.join(await openNoConnections());
  const outboxParts = {
    dataFolder: folder,
    connections,
    drafts,
    earlier: earlierDrafts,
    emit: nothing,
    onSetAside: nothing,
    log,
  };
  const model = createModelService(settings, {
    get: async () => null,
    set: async () => undefined,
    remove: async () => undefined,
  });
  const handlers = createHandlers({
    getInfo: () => {
      throw new TypeError('a fault of our own, with a secret in it');
    },
    openLink: async () => undefined,
    setMenu: () => undefined,
    learnWord: () => undefined,
    settings,
    connections,
    replicas,
    drafts,
    earlierDrafts,
    outbox: createOutbox(outboxParts),
    previewValues: createPreviewValueStore(folder, () => undefined),
    model,
    modelRuns: createModelRuns(
      folder,
      model,
      settings,
      () => undefined,
      () => undefined,
    ),
    testInputDrafts: createTestInputDrafts(folder, () => undefined),
    begunMerges: createBegunMerges(folder, () => undefined),
    transferFolder: join(folder, 'importing'),
  });
  return { dispatch: createDispatch(handlers, log), handlers, logged, kept };
}

describe('the bridge', async () => {
  const folder = makeTemporaryFolder();
  const { dispatch, handlers, logged, kept } = await createServices(folder.path);

  test('has a handler for each method of the contract and no other', () => {
    const names = (groups: object) =>
      Object.entries(groups).flatMap(([group, methods]) =>
        Object.keys(methods as object).map((name) => `${group}.${name}`),
      );
    expect(names(handlers).sort()).toEqual(names(bridgeContract).sort());
  });

  test.each(['nothing.here', 'prompts', 'prompts.constructor', '__proto__.toString', 'toString'])(
    'refuses the unknown method %s',
    async (method) => {
      expect(await dispatch(method, {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
    },
  );

  test('names the field of an input that does not fit', async () => {
    const result = await dispatch('drafts.discard', { connection: 'sandbox', prompt: 'Not A Name' });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'invalid-request', members: { errors: [{ field: 'prompt' }] } },
    });
    expect(await dispatch('drafts.discard', { connection: '../..', prompt: 'a' })).toMatchObject({
      ok: false,
    });
    expect(await dispatch('drafts.discard', undefined)).toMatchObject({ ok: false });
    expect(await dispatch('settings.update', { theme: 'purple' })).toMatchObject({ ok: false });
    expect(await dispatch('app.openLink', { url: 'file:///etc/passwd' })).toMatchObject({ ok: false });
  });

  test('tells a fault of its own to the log, not to the screen', async () => {
    const result = await dispatch('app.getInfo', undefined);
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(logged).toHaveLength(1);
  });

  test('answers for a connection that is not there', async () => {
    expect(await dispatch('prompts.list', { connection: 'gone' })).toMatchObject({
      ok: false,
      error: { code: 'connection-not-found' },
    });
  });

  test('keeps a draft and the preview values', async () => {
    const place = { connection: 'sandbox', prompt: 'a/b' };
    const draft = { ...place, content: '', variables: [], baseVersion: 1 };
    expect(await dispatch('drafts.put', draft)).toMatchObject({ ok: true, value: draft });
    expect(await dispatch('drafts.list', { connection: 'sandbox' })).toMatchObject({ value: [draft] });
    const own = JSON.parse('{"locale":"de","__proto__":"x"}');
    const kept = { chosen: 'a', own, changed: { a: { locale: 'fr' } } };
    await dispatch('previewValues.put', { ...place, kept });
    const answer = await dispatch('previewValues.get', place);
    expect(JSON.stringify(answer)).toBe(JSON.stringify({ ok: true, value: kept }));
    writeFileSync(
      join(folder.path, 'preview-values', place.connection, 'prompt-older.json'),
      '{"locale":"de"}',
    );
    expect(await dispatch('previewValues.get', { ...place, prompt: 'older' })).toEqual({
      ok: true,
      value: { chosen: null, own: { locale: 'de' }, changed: {} },
    });
  });

  test('reads settings with a default for what is wrong, and changes only what is asked', async () => {
    expect(await dispatch('settings.get', undefined)).toMatchObject({
      value: {
        theme: 'system',
        editorFont: 'sans',
        editorFontSize: 20,
        lastOpened: null,
        openPrompts: [],
        seenVersions: {},
      },
    });
    await dispatch('settings.update', { theme: 'dark' });
    expect(kept).toMatchObject({ theme: 'dark', editorFontSize: 20 });
  });
});
