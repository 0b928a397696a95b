import '@fontsource-variable/jetbrains-mono/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './theme/mantine-theme.css';
import './theme/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { AppTransport } from './bridge/app-transport.ts';
import { startScreen } from './start.ts';

/**
 * How long the frame of the page stands alone, in milliseconds: drawn once, with the text and the editor there, all of
 * it is on the screen sooner than drawn piece by piece.
 */
const longestWait = 250;

/** Puts the program in the place of the page's frame. @param transport how it reaches the app */
export async function drawScreen(transport: AppTransport): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no place for the screen.');
  try {
    await Promise.race([startScreen(transport), new Promise((resolve) => setTimeout(resolve, longestWait))]);
  } finally {
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  }
}
