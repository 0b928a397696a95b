import { join } from 'node:path';
import { app, session, shell } from 'electron';
import { createApp } from '../app.ts';
import { createCallsUnderWay } from './calls-under-way.ts';
import { readDataFolder } from './command-line.ts';
import { failToStart, setupFaults } from './faults.ts';
import { setupFolders } from './folders.ts';
import { setupIpcTransport } from './ipc-transport.ts';
import { createLogFile } from './log-file.ts';
import { setupMenu } from './menu.ts';
import { isWebLink } from './navigation-decision.ts';
import { setupNavigationGuard } from './navigation-guard.ts';
import { showNotification } from './notifications.ts';
import { registerOwnScheme, setupProtocol } from './protocol.ts';
import { setupQuitting } from './quitting.ts';
import { createRegistryFetch } from './registry-fetch.ts';
import { createSandboxStarter } from './sandbox-utility-process.ts';
import { setupSecrets } from './secrets.ts';
import { setupStores } from './settings.ts';
import { setupSpelling } from './spelling.ts';
import { setupTheme } from './theme.ts';
import { setupWindow } from './window.ts';
import { setupZoom } from './zoom.ts';

/** The folder of the build: this file is bundled as `main/entry.js` in it. */
const outFolder = join(import.meta.dirname, '..');

async function start(dataFolder: string): Promise<void> {
  await app.whenReady();
  const log = createLogFile(join(app.getPath('logs'), 'promptforge.log'));
  setupFaults(log);
  setupProtocol(join(outFolder, 'renderer'));
  setupNavigationGuard(session.defaultSession);
  const stores = setupStores(dataFolder);
  const secrets = await setupSecrets(dataFolder, log);

  const menu = setupMenu(dataFolder, (command) => {
    window.show();
    window.send({ name: 'menuCommandChosen', payload: { command } });
  });
  const promptForge = await createApp({
    dataFolder,
    version: app.getVersion(),
    capabilities: {
      secretStorage: secrets.storage,
      hasMenu: true,
      canZoom: true,
      spellingLanguages: session.defaultSession.availableSpellCheckerLanguages,
    },
    settings: stores.settings,
    secrets: secrets.port,
    fetch: createRegistryFetch(),
    startSandbox: createSandboxStarter(join(outFolder, 'main', 'sandbox.js')),
    openLink: async (url) => {
      if (isWebLink(url)) await shell.openExternal(url);
    },
    setMenu: (commands) => menu.show(commands),
    learnWord: (word) => void session.defaultSession.addWordToSpellCheckerDictionary(word),
    notify: (notice) => showNotification(notice, window),
    log,
    setAside: [...stores.setAside, ...secrets.setAside],
  });

  setupTheme(promptForge, stores.settings);
  setupSpelling(promptForge, stores.settings, session.defaultSession, app.getPreferredSystemLanguages());
  const calls = createCallsUnderWay();
  const window = setupWindow({
    store: stores.windowStore,
    preload: join(outFolder, 'preload', 'preload.cjs'),
    icon: join(outFolder, '..', 'main', 'desktop', 'resources', 'window-icon.png'),
    calls,
    log,
  });
  setupZoom(promptForge, stores.settings, window);
  setupIpcTransport(promptForge, window, calls);
  setupQuitting(promptForge, window, log);
  window.show();
}

const dataFolder = readDataFolder(process.argv.slice(1));
app.setName('PromptForge');
setupFolders(dataFolder);
registerOwnScheme();
// The first one is told of a second start and shows its window.
if (app.requestSingleInstanceLock()) start(dataFolder).catch(failToStart);
else app.exit(0);
