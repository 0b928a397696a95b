import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Draft } from '#core/contract/workspace-shapes.ts';
import { DraftWriter } from '#renderer/bridge/draft-writer.ts';
import { openBridge } from '../support/bridge-client.ts';
import { createRandom } from '../support/random.ts';
import { startWebApp } from '../support/start-web-app.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { testSize } from '../support/test-size.ts';

const kills = testSize({ short: 3, full: 40 });
/** What may be lost of the typing, in milliseconds. */
const allowed = 250;
/** Where the machine is busy with other tests, the figure itself is only measured in the full run. */
const busy = testSize({ short: 2_000, full: 0 });
const place = { connection: 'sandbox', prompt: 'typed' };
/** A prompt of ordinary length, at the end of which somebody types. */
const before = 'You answer customers in two sentences. Be kind.\n'.repeat(400);

let folder: ReturnType<typeof makeTemporaryFolder>;
beforeEach(() => {
  folder = makeTemporaryFolder();
});
afterEach(() => folder.remove());

function readDraft(): Draft {
  const root = join(folder.path, 'drafts', place.connection);
  return JSON.parse(readFileSync(join(root, 'prompt-typed.json'), 'utf8')) as Draft;
}

it(
  `loses at most ${allowed} ms of continuous typing to kill -9, and never tears a draft`,
  async () => {
    const random = createRandom(1);
    const losses: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const app = await startWebApp(folder.path);
      const bridge = await openBridge(app);
      const writer = new DraftWriter<string, unknown>({
        put: (content) => bridge.drafts.put({ ...place, content, variables: [], baseVersion: 1 }),
        discard: () => bridge.drafts.discard(place),
        onKept: () => undefined,
        onDiscarded: () => undefined,
        onFailed: () => undefined,
      });
      const typed: { readonly text: string; readonly at: number }[] = [];
      let text = `${before}${kill}: `;
      let held = 0;
      const end = performance.now() + 700 + random() * 1_000;
      while (performance.now() < end) {
        text += String.fromCharCode(97 + (typed.length % 26));
        typed.push({ text, at: performance.now() });
        writer.put(text);
        const pause = 5 + random() * 40;
        const since = performance.now();
        await delay(pause);
        held = Math.max(0, performance.now() - since - pause);
      }
      // A machine that is busy lets nobody run for a while: what this process had to wait is not the app's.
      const killedAt = performance.now() - held;
      await app.kill();

      const kept = readDraft().content;
      const at = typed.findIndex((state) => state.text === kept);
      expect(at, 'The draft is a text that was typed, whole.').toBeGreaterThanOrEqual(0);
      const firstLost = typed[at + 1];
      losses.push(firstLost ? killedAt - firstLost.at : 0);
      expect(readdirSync(folder.path)).not.toContain('damaged');
    }
    expect(Math.max(...losses), `lost: ${losses.map(Math.round).join(', ')} ms`).toBeLessThanOrEqual(
      allowed + busy,
    );
  },
  testSize({ short: 60_000, full: 400_000 }),
);
