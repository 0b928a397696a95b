import { useEffect } from 'react';
import { useNavigation } from '../shell/navigation-store.ts';
import { useTextTools } from './text-tools-store.ts';

/** Lets undo and redo reach the prompt's text and variables while the focus is on no text: on a button, for example. */
export function useUndoOutsideText(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const target = event.target as HTMLElement;
      if (target.closest('input, textarea, select, [contenteditable], [role=dialog], .monaco-editor')) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      const { handle } = useTextTools.getState();
      if (!handle || useNavigation.getState().tab !== 'edit') return;
      event.preventDefault();
      if (key === 'z' && !event.shiftKey) handle.undo();
      else handle.redo();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
