import type { CDPSession, Page } from 'playwright';

/** A task of the thread that draws the screen, all times in milliseconds. */
export interface Task {
  readonly at: number;
  /** From its beginning to its end, other processes' turns included. */
  readonly took: number;
  /** The processor time of it: a busy machine changes little of it. */
  readonly work: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds, like the two below. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** So many milliseconds may the browser take to hand its trace over. */
const patience = 60_000;

/** The tasks of the screen's thread while something is done. Throws where the browser does not hand its trace over. */
export async function traceTasks(page: Page, work: () => Promise<void>): Promise<Task[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', 'toplevel', '__metadata'] },
  });
  await work();
  await endTracing(session);
  await session.detach();
  return tasksOfScreen(events);
}

async function endTracing(session: CDPSession): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The browser does not hand its trace over.')), patience);
    session.once('Tracing.tracingComplete', () => {
      clearTimeout(late);
      resolve();
    });
  });
  await session.send('Tracing.end');
  await ended;
}

/** A browser has more than one such thread: the one that did most is that of the page. */
function tasksOfScreen(events: readonly TraceEvent[]): Task[] {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const byThread = mains.map(({ pid, tid }) =>
    events.filter(
      (event) => event.name === 'RunTask' && event.ph === 'X' && event.pid === pid && event.tid === tid,
    ),
  );
  const busiest = byThread.toSorted((one, other) => other.length - one.length)[0] ?? [];
  return busiest.map(({ ts, dur = 0, tdur = 0 }) => ({
    at: ts / 1_000,
    took: dur / 1_000,
    work: tdur / 1_000,
  }));
}
