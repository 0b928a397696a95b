import { beforeEach } from 'vitest';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { placeKey, useConnections } from '#renderer/features/connections/connections-store.ts';
import { saveObstacle, useEditor } from '#renderer/features/editor/editor-store.ts';
import { useNotices } from '#renderer/features/shell/notices-store.ts';
import { connectionWith, place as firstPlace, MemoryApp } from './memory-app.ts';

export let app: MemoryApp;
export let place = firstPlace;
let number = 0;

/** Gives every test a registry of its own, so that nothing is left of the one before. */
export function renewRegistryBeforeEach(): void {
  beforeEach(() => {
    number += 1;
    const connection = { ...connectionWith(['admin']), id: `r${number}` };
    place = { connection: connection.id, prompt: firstPlace.prompt };
    useConnections.setState({ connections: [connection], currentId: connection.id });
    useNotices.setState({ queue: [] });
  });
}

/** Puts an app behind the bridge. */
export function connectApp(memoryApp: MemoryApp): void {
  app = memoryApp;
  connectBridge(app);
}

/** Opens the prompt of a new app. */
export async function open(firstText = 'Hello.'): Promise<void> {
  connectApp(new MemoryApp(firstText, place.connection));
  await editor().open(place);
}

/** The editor as it is now. */
export const editor = () => useEditor.getState();

/** The open prompt as it is in the editor now. */
export const documentNow = () => {
  const document = editor().documents[placeKey(place)];
  if (!document) throw new Error('The prompt is not open.');
  return document;
};

/** The draft that the app keeps of the open prompt. */
export const draftOnDisk = () => app.drafts.get(place.prompt);

/** Why the open prompt cannot be saved now, if so. */
export const saveObstacleNow = () => saveObstacle(place);
