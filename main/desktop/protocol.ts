import { protocol } from 'electron';
import { ownScheme } from './own-address.ts';
import { serveRendererFile } from './serve-renderer-file.ts';

/** Makes the app's own scheme as good as https. Has to happen before Electron is ready. */
export function registerOwnScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: ownScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built screen under the app's own scheme. */
export function setupProtocol(rendererFolder: string): void {
  protocol.handle(ownScheme, (request) => serveRendererFile(rendererFolder, request));
}
