import type { PromptSummary } from '#core/contract/shapes.ts';
import { foldDetails } from '#core/domain/search/search-details.ts';

/** In milliseconds: so long at a time, and the screen's own work between. */
const slice = 4;
const pause = 30;
/** In milliseconds: what was asked for first is drawn by then. */
const beginning = 300;

/** Makes prompts ready to be searched, bit by bit, so that the first key need not. Returns how to stop. */
export function prepareSearch(prompts: readonly PromptSummary[]): () => void {
  let next = 0;
  const goOn = () => {
    const end = performance.now() + slice;
    for (let prompt = prompts[next]; prompt && performance.now() < end; prompt = prompts[next]) {
      foldDetails(prompt);
      next += 1;
    }
    if (next < prompts.length) timer = setTimeout(goOn, pause);
  };
  let timer = setTimeout(goOn, beginning);
  return () => clearTimeout(timer);
}
