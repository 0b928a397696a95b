import { formatRecord, type RecordRequest } from './format-record.ts';

addEventListener('message', ({ data }: MessageEvent<RecordRequest>) => {
  postMessage(formatRecord(data));
});
