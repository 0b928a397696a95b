import { useLayoutEffect } from 'react';
import { rememberFocus } from './recover-focus.ts';

/** The id of the element that holds the whole screen, dialogs aside. */
export const screenId = 'screen';

let openOverlays = 0;

/** Takes the screen behind a dialog out of reach of keyboard, pointer and assistive technology. */
export function useInertBackground(isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    if (openOverlays === 0) rememberFocus();
    openOverlays += 1;
    setInert();
    return () => {
      openOverlays -= 1;
      setInert();
    };
  }, [isOpen]);
}

function setInert(): void {
  const screen = document.getElementById(screenId);
  if (!screen) return;
  screen.inert = openOverlays > 0;
  if (openOverlays > 0) screen.setAttribute('aria-hidden', 'true');
  else screen.removeAttribute('aria-hidden');
}
