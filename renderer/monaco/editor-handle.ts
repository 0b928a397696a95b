import type { editor } from 'monaco-editor/editor';
import { rangeOf } from './problem-marker.ts';
import type { PromptEditorHandle } from './prompt-editor-props.ts';
import { variableAt } from './variable-at.ts';

/** What the screen may do with a mounted editor. */
export function handleOf(mounted: editor.IStandaloneCodeEditor): PromptEditorHandle {
  const asOneStep = (change: () => void) => {
    mounted.pushUndoStop();
    change();
    mounted.pushUndoStop();
  };
  const run = (action: string) => void mounted.getAction(action)?.run();
  return {
    focus: () => mounted.focus(),
    insertText: (text) =>
      asOneStep(() => mounted.trigger('screen', 'paste', { text, pasteOnNewLine: false })),
    getText: () => mounted.getModel()?.getValue() ?? '',
    getSelection() {
      const model = mounted.getModel();
      const selection = mounted.getSelection();
      if (!model || !selection) return { start: 0, end: 0, text: '' };
      return {
        start: model.getOffsetAt(selection.getStartPosition()),
        end: model.getOffsetAt(selection.getEndPosition()),
        text: model.getValueInRange(selection),
      };
    },
    select(start, end) {
      const model = mounted.getModel();
      if (!model) return;
      const range = rangeOf(model, start, end);
      mounted.setSelection(range);
      mounted.revealRangeInCenterIfOutsideViewport(range);
      mounted.focus();
    },
    applyEdits(edits, isTyping = false) {
      const model = mounted.getModel();
      if (!model) return;
      const operations = edits.map(({ start, end, text }) => ({
        range: rangeOf(model, start, end),
        text,
        forceMoveMarkers: true,
      }));
      const apply = () => mounted.executeEdits('screen', operations);
      if (isTyping) apply();
      else asOneStep(apply);
    },
    getVariableAtCaret() {
      const position = mounted.getPosition();
      const model = mounted.getModel();
      if (!position || !model) return null;
      return variableAt(model.getLineContent(position.lineNumber), position.column - 1)?.name ?? null;
    },
    getCaretPlace() {
      const selection = mounted.getSelection();
      const host = mounted.getDomNode()?.getBoundingClientRect();
      const place = selection && mounted.getScrolledVisiblePosition(selection.getEndPosition());
      if (!host || !place) return null;
      return { left: host.left + place.left, top: host.top + place.top, height: place.height };
    },
    watch({ onCaretMove, onScroll }) {
      const watched = [
        mounted.onDidChangeCursorSelection(onCaretMove),
        mounted.onDidScrollChange(onScroll),
        mounted.onDidLayoutChange(onScroll),
      ];
      return () => {
        for (const listener of watched) listener.dispose();
      };
    },
    cut: () => mounted.trigger('screen', 'editor.action.clipboardCutAction', null),
    copy: () => mounted.trigger('screen', 'editor.action.clipboardCopyAction', null),
    find: () => run('actions.find'),
    replace: () => run('editor.action.startFindReplaceAction'),
    undo: () => mounted.trigger('screen', 'undo', null),
    redo: () => mounted.trigger('screen', 'redo', null),
  };
}
