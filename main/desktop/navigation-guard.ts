import { app, type Session, shell, type WebContents } from 'electron';
import { decideNavigation, isPermissionGranted } from './navigation-decision.ts';

/** Keeps every page on the app's own origin, without further windows and without permissions. */
export function setupNavigationGuard(session: Session): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));

  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isPermissionGranted(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermissionGranted(permission, requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
}

function guard(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (decideNavigation(event.url) === 'stay') return;
    event.preventDefault();
    if (event.isMainFrame) openOutside(event.url);
  });
  contents.on('will-redirect', (event) => {
    if (decideNavigation(event.url) !== 'stay') event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

function openOutside(address: string): void {
  if (decideNavigation(address) === 'open-outside') void shell.openExternal(address);
}
