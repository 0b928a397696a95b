import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigation } from '../shell/navigation-store.ts';
import { listEntries, takeEntries } from './dropped-files.ts';

const CopyDialog = lazy(async () => ({ default: (await import('./copy-dialog.tsx')).CopyDialog }));
const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog.tsx')).ImportDialog }));

/** Brings the import dialog when it is asked for, or when files are dropped anywhere on the window. */
export function ImportHost() {
  const isOpen = useNavigation(({ dialog }) => dialog === 'import' || dialog === 'copy' || dialog === 'move');
  const [wasOpen, setWasOpen] = useState(false);
  if (isOpen && !wasOpen) setWasOpen(true);
  useEffect(takeDroppedFiles, []);
  return wasOpen ? (
    <Suspense fallback={null}>
      <ImportDialog />
      <CopyDialog />
    </Suspense>
  ) : null;
}

/** Without this, the browser would leave the app for the file that was dropped. */
function takeDroppedFiles(): () => void {
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const { dialog, openDialog } = useNavigation.getState();
    if (dialog !== null && dialog !== 'import') return;
    void readDropped(event.dataTransfer);
    openDialog('import');
  };
  addEventListener('dragover', over);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('drop', drop);
  };
}

async function readDropped(transfer: DataTransfer): Promise<void> {
  const entries = takeEntries(transfer);
  const { useImport } = await import('./import-store.ts');
  const { step, readFiles } = useImport.getState();
  if (step !== 'writing') await readFiles(await listEntries(entries));
}
