import { Button, Progress } from '@mantine/core';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { formatCount } from '../../format/counts.ts';
import { listSelected } from '../library/selection-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useExport } from './export-store.ts';

/** Says what is in an export, and writes it. */
export function ExportDialog() {
  const opened = useNavigation((state) => state.dialog === 'export');
  const closeDialog = useNavigation((state) => state.closeDialog);
  const isOfSelection = useNavigation((state) => state.dialogSubject === 'selection');
  return (
    <Dialog
      title={isOfSelection ? 'Export selected prompts' : 'Export everything'}
      opened={opened}
      onClose={closeDialog}
    >
      <ExportForm names={isOfSelection ? listSelected() : null} />
    </Dialog>
  );
}

function ExportForm({ names }: { readonly names: readonly string[] | null }) {
  const closeDialog = useNavigation((state) => state.closeDialog);
  const { isRunning, done, total, error, exportPrompts, stop } = useExport();
  return (
    <>
      <p>
        {names === null
          ? 'One file with every prompt of this registry: all versions with their notes and authors, promotions, test inputs and the event log. '
          : `One file with ${formatCount(names.length, 'prompt')}: all versions with their notes and authors, promotions and test inputs. `}
        It can be imported again, here or elsewhere. People and keys are not in it; the texts are, so keep it
        as safe as the registry itself.
      </p>
      <ErrorBanner error={error} />
      {isRunning ? (
        <>
          <p role="status">
            {total === null ? 'Reading…' : `${done.toLocaleString()} of ${formatCount(total, 'prompt')}`}
          </p>
          <Progress
            value={total ? (done / total) * 100 : 0}
            aria-label="Exporting"
            transitionDuration={150}
          />
        </>
      ) : null}
      <DialogActions>
        <Button variant="default" onClick={isRunning ? stop : closeDialog}>
          {isRunning ? 'Stop' : 'Cancel'}
        </Button>
        <Button data-autofocus loading={isRunning} onClick={() => void exportPrompts(names)}>
          Export
        </Button>
      </DialogActions>
    </>
  );
}
