import { Modal } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useInertBackground } from '../../components/use-inert-background.ts';
import { PaletteList } from './palette-list.tsx';
import { usePalette } from './palette-store.ts';

/** The command palette: every action and every prompt, by a few letters of its name. */
export function Palette() {
  const { isOpen, close } = usePalette();
  const chosen = useRef<(() => void) | null>(null);
  useInertBackground(isOpen);
  useEffect(() => {
    if (!isOpen) return;
    const before = document.activeElement;
    return () => {
      // The focus goes back first, so that a dialog opened by what was chosen knows where it came from.
      if (before instanceof HTMLElement) before.focus();
      chosen.current?.();
      chosen.current = null;
    };
  }, [isOpen]);
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      returnFocus={false}
      withCloseButton={false}
      centered={false}
      yOffset={80}
      padding={0}
      size={560}
      radius={12}
      overlayProps={{ backgroundOpacity: 0.35 }}
      attributes={{ content: { 'aria-label': 'Commands' } }}
    >
      <PaletteList
        onChoose={(run) => {
          chosen.current = run;
          close();
        }}
      />
    </Modal>
  );
}
