import { type Comparison, compareTexts, type Question } from './compare-texts.ts';

self.onmessage = ({ data }: MessageEvent<Question>) => {
  self.postMessage(compareTexts(data) satisfies Comparison);
};
