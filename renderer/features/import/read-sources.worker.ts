import { type ReadQuestion, readPaste, readSource, type Source } from './read-sources.ts';

/** How reading goes on. */
export type ReadNews =
  /** So much of the source is read that is being read, from 0 to 1. */
  | { readonly kind: 'part'; readonly part: number }
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'fault'; readonly reason: string };

const tell = (news: ReadNews) => postMessage(news);
const tellPart = (part: number) => tell({ kind: 'part', part });

addEventListener('message', async ({ data }: MessageEvent<readonly ReadQuestion[]>) => {
  try {
    for (const question of data) {
      const source =
        question.kind === 'file'
          ? await readSource(question, tellPart)
          : readPaste(question.text, question.readAs, tellPart);
      tell({ kind: 'source', source });
    }
  } catch (error) {
    tell({ kind: 'fault', reason: String(error) });
  }
});
