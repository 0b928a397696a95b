/** As long as whoever closes or changes something takes to put the focus where it belongs. */
const patience = 60;

/** What had the focus before a dialog took it. */
let origin: Element | null = null;

/** Called before a dialog takes the focus away from the screen. */
export function rememberFocus(): void {
  if (hasFocus()) origin = document.activeElement;
}

/** Puts the focus where it was before a dialog took it, where nothing else has it by then. */
export function returnFocus(): void {
  const to = origin;
  setTimeout(() => {
    if (hasFocus()) return;
    if (to instanceof HTMLElement && to.isConnected && to.checkVisibility()) to.focus();
    if (!hasFocus()) focusContent();
  }, patience);
}

/** Puts the focus where the eyes are, where what had it is gone: whoever goes by keyboard would begin at the top. */
export function recoverFocus(): void {
  setTimeout(() => {
    if (!hasFocus()) focusContent();
  }, patience);
}

/** True where something that can be seen has the focus. */
export function hasFocus(): boolean {
  const focused = document.activeElement;
  return focused !== null && focused !== document.body && focused.checkVisibility();
}

function focusContent(): void {
  const tab = document.querySelector<HTMLElement>('main [role=tab][aria-selected=true]');
  (tab ?? document.getElementById('main'))?.focus();
}
