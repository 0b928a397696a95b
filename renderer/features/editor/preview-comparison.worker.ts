import { type ComparisonRequest, compareWithStable } from './preview-comparison.ts';

addEventListener('message', ({ data }: MessageEvent<ComparisonRequest>) => {
  postMessage(compareWithStable(data));
});
