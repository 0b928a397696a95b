import '@fontsource-variable/inter/index.css';
import { openTransport } from './bridge/open-transport.ts';

/** In milliseconds: a page that nobody sees draws no frame, and starts all the same. */
const longestWait = 100;

/** The frame of the page is painted first; the program follows in the same breath, with the link to the app open. */
async function start(): Promise<void> {
  const transport = openTransport();
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longestWait);
  });
  const { drawScreen } = await import('./main.tsx');
  await drawScreen(transport);
}

void start();
