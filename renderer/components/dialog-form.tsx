import type { ReactNode } from 'react';

/** The fields and buttons of a dialog. Enter does what the last button does; in a field of several lines, Ctrl+Enter. */
export function DialogForm({
  onSubmit,
  children,
}: {
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}) {
  return (
    <form
      noValidate
      style={{ display: 'contents' }}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
