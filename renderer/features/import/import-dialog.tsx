import { Dialog } from '../../components/dialog.tsx';
import { useNavigation } from '../shell/navigation-store.ts';
import { ChooseStep } from './choose-step.tsx';
import { DoneStep } from './done-step.tsx';
import { ExportedStep } from './exported-step.tsx';
import { useExported } from './exported-store.ts';
import classes from './import.module.css';
import { useImport } from './import-store.ts';
import { ProgressStep } from './progress-step.tsx';
import { ReviewStep } from './review-step.tsx';

/** Importing prompts: choose where from, look at what would happen, let it happen. */
export function ImportDialog() {
  const opened = useNavigation((state) => state.dialog === 'import');
  const closeDialog = useNavigation((state) => state.closeDialog);
  const importStep = useImport((state) => state.step);
  const exportedStep = useExported((state) => state.step);
  const isExported = exportedStep !== 'idle';
  const step = isExported ? exportedStep : importStep;
  return (
    <Dialog
      title="Import prompts"
      size={step !== 'review' ? 'medium' : isExported ? 'wide' : 'full'}
      opened={opened}
      onClose={closeDialog}
    >
      <div className={classes.dialog} data-step={step}>
        {isExported ? (
          <ExportedStep />
        ) : step === 'choose' ? (
          <ChooseStep />
        ) : step === 'review' ? (
          <ReviewStep />
        ) : step === 'done' ? (
          <DoneStep />
        ) : (
          <ProgressStep />
        )}
      </div>
    </Dialog>
  );
}
