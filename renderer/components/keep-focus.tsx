import { useEffect, useRef } from 'react';
import { hasFocus, returnFocus } from './recover-focus.ts';

const reachable = ':is(a, button, select, input, textarea, [tabindex="0"]):not([tabindex="-1"], :disabled)';

/**
 * Stands in a dialog, and keeps the focus in it from step to step and what has it in sight; once the dialog is gone, it
 * goes back to the screen.
 */
export function KeepFocus() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const body = place.current?.parentElement;
    if (!body) return;
    const observer = new MutationObserver(() => {
      if (hasFocus()) return;
      const target =
        body.querySelector<HTMLElement>('[data-autofocus]') ?? body.querySelector<HTMLElement>(reachable);
      target?.focus();
    });
    observer.observe(body, { childList: true, subtree: true });
    // What comes in above a field pushes it down, behind the buttons of a low window.
    const sizes = new ResizeObserver(() => {
      const focused = document.activeElement;
      if (focused?.matches('input, textarea') && body.contains(focused)) {
        focused.scrollIntoView({ block: 'nearest' });
      }
    });
    sizes.observe(body);
    return () => {
      observer.disconnect();
      sizes.disconnect();
      returnFocus();
    };
  }, []);
  return <span ref={place} hidden />;
}
