import { parentPort } from 'node:worker_threads';
import { answerQuestion, openStateFolders } from './answer-question.ts';
import type { ThreadOutcome, ThreadQuestion } from './create-thread.ts';

parentPort?.on('message', async ({ dataFolder, place, question }: ThreadQuestion) => {
  const setAside: string[] = [];
  const folder = openStateFolders(dataFolder, (sentence) => setAside.push(sentence))(place.connection);
  const tell = (outcome: ThreadOutcome) => parentPort?.postMessage(outcome);
  try {
    tell({ setAside, answer: await answerQuestion(folder, place, question) });
  } catch (error) {
    tell({ setAside, fault: error instanceof Error ? error.message : String(error) });
  }
});
