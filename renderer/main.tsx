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

/** Puts the program in the place of the page's frame. @param transport how it reaches the app */
export function drawScreen(transport: AppTransport): void {
  startScreen(transport);
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no place for the screen.');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
