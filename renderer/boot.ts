import '@fontsource-variable/inter/index.css';

/** In milliseconds: a page that nobody sees draws no frame, and starts all the same. */
const longestWait = 100;

/** The frame of the page is painted first; the program follows in the same breath. */
async function start(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longestWait);
  });
  await import('./main.tsx');
}

void start();
