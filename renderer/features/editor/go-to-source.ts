import { withoutCarriageReturns } from '../../monaco/line-endings.ts';
import { useTextTools } from './text-tools-store.ts';

/** Selects in the editor what stands at a place of the text, in offsets of the text as it will be saved. */
export function goToSource(content: string, start: number, end: number): void {
  const toModel = (offset: number) => withoutCarriageReturns(content.slice(0, offset)).length;
  useTextTools.getState().handle?.select(toModel(start), toModel(end));
}
