import { useEffect, useState } from 'react';
import type { ReportRequest, TextReport } from './text-report.ts';
import ReportWorker from './text-report.worker.ts?worker';

/** In milliseconds: how long typing has to rest before the text is read anew. */
const pause = 200;

let worker: Worker | null = null;
let receive: (report: TextReport) => void = () => undefined;

function send(request: ReportRequest): void {
  if (!worker) {
    worker = new ReportWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<TextReport>) => receive(data));
  }
  worker.postMessage(request);
}

/** What is to be said of a text, a moment after it last changed. Found beside the screen, so that typing is never held up. */
export function useTextReport(request: ReportRequest): TextReport | null {
  const { content, variables, values, stable, selected } = request;
  const [report, setReport] = useState<TextReport | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      receive = setReport;
      send({ content, variables, values, stable, selected });
    }, pause);
    return () => clearTimeout(timer);
  }, [content, variables, values, stable, selected]);
  return report;
}
