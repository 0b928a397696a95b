import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';

interface CopyTextButtonProps {
  /** A long text may be put together only once it is wanted. */
  readonly text: string | (() => string);
  readonly label: string;
  /** True at the end of a line, where its words are to end with the line. */
  readonly isFlush?: boolean;
}

/** Copies a text, and says so for a moment. */
export function CopyTextButton({ text, label, isFlush = false }: CopyTextButtonProps) {
  const { copied, copy } = useClipboard({ timeout: 1_600 });
  return (
    <Button
      variant="subtle"
      h={26}
      px={8}
      fz={12}
      me={isFlush ? -8 : 0}
      aria-label={copied ? 'Copied' : label}
      leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      onClick={() => copy(typeof text === 'string' ? text : text())}
    >
      {copied ? 'Copied' : 'Copy'}
    </Button>
  );
}
