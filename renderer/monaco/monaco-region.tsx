import type { ReactNode } from 'react';
import type { MonacoRuntime } from './monaco-runtime.ts';
import { PlainText } from './plain-text.tsx';
import type { Typography } from './typography.ts';
import { useMonaco } from './use-monaco.ts';

interface MonacoRegionProps {
  readonly ariaLabel: string;
  /** What stands there until Monaco does. */
  readonly text: string;
  readonly typography: Typography;
  readonly children: (monaco: MonacoRuntime) => ReactNode;
}

/** The labelled place of an editor: plain text first, Monaco as soon as it is loaded. */
export function MonacoRegion({ ariaLabel, text, typography, children }: MonacoRegionProps) {
  const monaco = useMonaco();
  const isLoaded = monaco !== undefined && monaco !== 'failed';
  return (
    <section
      aria-label={ariaLabel}
      aria-busy={monaco === undefined}
      style={{ position: 'relative', width: '100%', height: '100%', overflow: 'hidden' }}
    >
      {isLoaded ? children(monaco) : <PlainText text={text} typography={typography} />}
      {monaco === 'failed' && (
        <p
          role="alert"
          style={{ position: 'absolute', insetInline: 0, bottom: 0, margin: 0, padding: '12px 24px' }}
        >
          The editor could not be loaded. The text is safe. Reload the window to go on writing.
        </p>
      )}
    </section>
  );
}
