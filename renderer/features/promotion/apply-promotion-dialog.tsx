import { useMemo } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { Promotion } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { useCall } from '../../bridge/use-call.ts';
import { useAtOpening } from '../../components/use-at-opening.ts';
import { namePeople } from '../../format/name-people.ts';
import { typographyOf } from '../../theme/typography.ts';
import { useConnections } from '../connections/connections-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { noticeOfPromotion } from './notice-of-promotion.ts';
import { usePromotions } from './promotions-store.ts';
import classes from './stable-move-dialog.module.css';
import { moveSentence, StableMoveDialog } from './stable-move-dialog.tsx';

interface Decision {
  readonly place: PromptPlace;
  readonly promotion: Promotion;
  readonly refusal: BridgeError | null;
}

/** Shows what a promotion that waits would change, wherever it was found, and applies exactly that one. */
export function ApplyPromotionDialog() {
  const opened = useNavigation((state) => state.dialog === 'apply-promotion');
  const subject = useNavigation((state) => state.dialogSubject);
  const closeDialog = useNavigation((state) => state.closeDialog);
  const connection = useConnections((state) => state.currentId);
  const promotions = usePromotions((state) => state.promotions[connection]);
  const settings = useSettings((state) => state.settings);
  const typography = useMemo(() => typographyOf(settings), [settings]);
  const { value: decision, change } = useAtOpening<Decision>(opened, () => {
    const promotion = promotions?.find(({ id }) => id === subject);
    return promotion ? { place: { connection, prompt: promotion.prompt }, promotion, refusal: null } : null;
  });
  const title = useLibrary((state) =>
    decision ? findPrompt(state, decision.place.connection, decision.place.prompt)?.title : undefined,
  );
  const { isRunning, run } = useCall((error) => change({ refusal: error }));
  if (decision === null) return null;
  const { place, promotion, refusal } = decision;
  const { requestedBy, version, note, reviews, baseStable } = promotion;
  const move = { from: baseStable, to: version };
  const approving = reviews.filter(({ decision: given, counts }) => given === 'approve' && counts !== false);
  const approved = namePeople(
    approving.map(({ member }) => member),
    'and',
  );

  const apply = () =>
    run(
      () => usePromotions.getState().apply(place, promotion.id),
      (applied) => {
        closeDialog();
        noticeOfPromotion(place, applied, title ?? place.prompt);
      },
    );
  return (
    <StableMoveDialog
      title="Promote to stable"
      opened={opened}
      onClose={closeDialog}
      place={place}
      typography={typography}
      move={move}
      choice={
        <p className={classes.asked}>
          <strong>{requestedBy.name}</strong> asked for v{version} of {title ?? place.prompt}
          {note ? `: ${note}` : '.'}
          {approved ? ` Approved by ${approved}.` : ''}
        </p>
      }
      sentence={moveSentence(move)}
      action={{ name: 'Promote to stable', isRunning, run: () => void apply() }}
      refusal={refusal}
    />
  );
}
