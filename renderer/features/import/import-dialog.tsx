import { Dialog } from '../../components/dialog.tsx';
import { useNavigation } from '../shell/navigation-store.ts';
import { ChooseStep } from './choose-step.tsx';
import { DoneStep } from './done-step.tsx';
import classes from './import.module.css';
import { useImport } from './import-store.ts';
import { ProgressStep } from './progress-step.tsx';
import { ReviewStep } from './review-step.tsx';

/** Importing prompts: choose where from, look at what would happen, let it happen. */
export function ImportDialog() {
  const opened = useNavigation((state) => state.dialog === 'import');
  const closeDialog = useNavigation((state) => state.closeDialog);
  const step = useImport((state) => state.step);
  return (
    <Dialog
      title="Import prompts"
      size={step === 'review' ? 'full' : 'medium'}
      opened={opened}
      onClose={closeDialog}
    >
      <div className={classes.dialog} data-step={step}>
        {step === 'choose' ? (
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
