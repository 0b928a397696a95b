import type { editor } from 'monaco-editor/editor';
import type { RefObject } from 'react';
import type { PromptEditorProps } from './prompt-editor-props.ts';
import { variableAt } from './variable-at.ts';

/** In milliseconds: a selection that is being drawn is not told of at every letter. */
const rest = 120;

/** Tells the screen of selections, of clicks on variables and of the wish for a menu. Returns how to stop. */
export function listenToPointer(
  mounted: editor.IStandaloneCodeEditor,
  host: HTMLElement,
  latest: RefObject<PromptEditorProps>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const selection = mounted.onDidChangeCursorSelection((event) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const model = mounted.getModel();
      latest.current.onSelect?.(model?.getValueInRange(event.selection) ?? '');
    }, rest);
  });
  const press = mounted.onMouseDown(({ event, target }) => {
    if (!(event.ctrlKey || event.metaKey) || !event.leftButton || !target.position) return;
    const { lineNumber, column } = target.position;
    const token = variableAt(mounted.getModel()?.getLineContent(lineNumber) ?? '', column - 1);
    if (!token) return;
    event.preventDefault();
    latest.current.onOpenVariable?.(token.name);
  });

  const showHeldKey = (event: KeyboardEvent) => {
    const isHeld = event.type === 'keydown' && (event.ctrlKey || event.metaKey);
    host.dataset.mod = isHeld ? 'held' : 'free';
  };
  const release = () => {
    host.dataset.mod = 'free';
  };
  const openMenu = (event: MouseEvent) => {
    const isElsewhere = event.target instanceof Element && event.target.closest('.find-widget');
    if (isElsewhere || !latest.current.onMenu) return;
    event.preventDefault();
    event.stopPropagation();
    latest.current.onMenu(placeOfMenu(mounted, event));
  };
  addEventListener('keydown', showHeldKey);
  addEventListener('keyup', showHeldKey);
  addEventListener('blur', release);
  host.addEventListener('contextmenu', openMenu, { capture: true });
  return () => {
    clearTimeout(timer);
    selection.dispose();
    press.dispose();
    removeEventListener('keydown', showHeldKey);
    removeEventListener('keyup', showHeldKey);
    removeEventListener('blur', release);
    host.removeEventListener('contextmenu', openMenu, { capture: true });
  };
}

/** Where the pointer is, and the caret with it; for the menu key, where the caret is. */
function placeOfMenu(mounted: editor.IStandaloneCodeEditor, event: MouseEvent): { x: number; y: number } {
  const isByPointer = event.button === 2 || event.detail > 0;
  const position = isByPointer
    ? mounted.getTargetAtClientPoint(event.clientX, event.clientY)?.position
    : null;
  if (position && !mounted.getSelection()?.containsPosition(position)) mounted.setPosition(position);
  if (isByPointer) return { x: event.clientX, y: event.clientY };
  const box = mounted.getDomNode()?.getBoundingClientRect();
  const caret = mounted.getPosition();
  const place = caret && mounted.getScrolledVisiblePosition(caret);
  return {
    x: (box?.left ?? 0) + (place?.left ?? 0),
    y: (box?.top ?? 0) + (place ? place.top + place.height : 0),
  };
}
