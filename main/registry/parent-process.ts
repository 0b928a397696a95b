/** What the sandbox tells the app that has started it. */
type SandboxMessage =
  | { readonly type: 'ready'; readonly address: string }
  | { readonly type: 'failed'; readonly message: string };

/** The app that has started the sandbox, whichever way it did. */
export interface ParentProcess {
  post(message: SandboxMessage): void;
  /** Calls back when the app asks for the end, or is gone. */
  onEnd(listener: () => void): void;
}

/** The part of Electron's `process.parentPort` that is used here. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
}

/** Finds the parent: over Electron's port in a utility process, over Node's channel in a forked one. */
export function connectParent(): ParentProcess {
  const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };
  if (parentPort) {
    return {
      post: (message) => parentPort.postMessage(message),
      onEnd: (listener) => {
        parentPort.on('message', ({ data }) => data === 'stop' && listener());
        parentPort.on('close', listener);
      },
    };
  }
  return {
    // A parent that is gone is told nothing; its going away is what `onEnd` reports.
    post: (message) => process.connected && process.send?.(message, () => {}),
    onEnd: (listener) => {
      process.on('message', (message) => message === 'stop' && listener());
      process.on('disconnect', listener);
      if (process.send && !process.connected) listener();
    },
  };
}
