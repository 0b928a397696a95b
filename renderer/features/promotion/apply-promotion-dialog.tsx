import { Button } from '@mantine/core';
import type { BridgeError } from '#core/contract/bridge.ts';
import type { Promotion, PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useAtOpening } from '../../components/use-at-opening.ts';
import type { Typography } from '../../theme/typography.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { Difference } from './difference.tsx';
import { noticeOfPromotion } from './notice-of-promotion.ts';
import classes from './promote-dialog.module.css';
import { usePromotions } from './promotions-store.ts';
import { RefusalNote } from './refusal-note.tsx';
import { StableMove, StableMoveSentence } from './stable-move.tsx';
import { usePromotionAction } from './use-promotion-action.ts';

interface ApplyPromotionDialogProps {
  readonly place: PromptPlace;
  readonly prompt: PromptSummary;
  readonly typography: Typography;
}

interface Decision {
  readonly promotion: Promotion;
  readonly refusal: BridgeError | null;
}

/** Shows what a promotion that waits would change, and applies exactly that one. */
export function ApplyPromotionDialog({ place, prompt, typography }: ApplyPromotionDialogProps) {
  const opened = useNavigation((state) => state.dialog === 'apply-promotion');
  const subject = useNavigation((state) => state.dialogSubject);
  const closeDialog = useNavigation((state) => state.closeDialog);
  const promotions = usePromotions((state) => state.promotions[place.connection]);
  const { value: decision, change } = useAtOpening<Decision>(opened, () => {
    const promotion = promotions?.find(({ id }) => id === subject);
    return promotion ? { promotion, refusal: null } : null;
  });
  const { isRunning, run } = usePromotionAction((error) => change({ refusal: error }));
  if (decision === null) return null;
  const { promotion, refusal } = decision;

  const apply = () =>
    run(
      () => usePromotions.getState().apply(place, promotion.id),
      (applied) => {
        closeDialog();
        noticeOfPromotion(applied, prompt.title);
      },
    );

  return (
    <Dialog title="Promote to stable" size="wide" opened={opened} onClose={closeDialog}>
      <div className={classes.choice}>
        <p className={classes.asked}>
          <strong>{promotion.requestedBy.name}</strong> asked for v{promotion.version}
          {promotion.note ? `: ${promotion.note}` : '.'}
        </p>
        <StableMove from={promotion.baseStable} to={promotion.version} />
      </div>
      <Difference place={place} from={promotion.baseStable} to={promotion.version} typography={typography} />
      <StableMoveSentence from={promotion.baseStable} to={promotion.version} />
      {refusal ? <RefusalNote error={refusal} /> : null}
      <DialogActions>
        <Button variant="default" onClick={closeDialog}>
          {refusal?.code === 'stable-moved' ? 'Close' : 'Cancel'}
        </Button>
        {refusal?.code === 'stable-moved' ? null : (
          <Button loading={isRunning} data-autofocus onClick={() => void apply()}>
            Promote to stable
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
