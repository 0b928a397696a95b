import { parentPort } from 'node:worker_threads';
import { type ContentQuestion, compareContents } from './compare-contents.ts';

parentPort?.once('message', (question: ContentQuestion) => {
  parentPort?.postMessage(compareContents(question));
});
