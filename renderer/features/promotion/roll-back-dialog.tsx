import { useEffect, useState } from 'react';
import type { PromptSummary, StableInterval } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { ReasonField } from '../../components/reason-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { formatDayRange } from '../../format/dates.ts';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { noticeOfPromotion } from './notice-of-promotion.ts';
import { usePromotions } from './promotions-store.ts';
import { moveSentence, StableMoveDialog } from './stable-move-dialog.tsx';
import { type MoveDecision, useMoveDecision } from './use-move-decision.ts';

interface RollBackDialogProps {
  readonly place: PromptPlace;
  readonly prompt: PromptSummary;
  readonly typography: Typography;
}

const nothing: never[] = [];

/** Moves `stable` back to a version that it has been before, with a reason. */
export function RollBackDialog({ place, prompt, typography }: RollBackDialogProps) {
  const opened = useNavigation((state) => state.dialog === 'roll-back');
  const subject = useNavigation((state) => state.dialogSubject);
  const closeDialog = useNavigation((state) => state.closeDialog);
  const history = usePromotions((state) => state.history[placeKey(place)]) ?? nothing;
  const [reason, setReason] = useState('');
  const [isReasonMissing, setReasonMissing] = useState(false);
  const { decision, isRunning, run, chooseVersion, lookAgain } = useMoveDecision(place, opened, (before) => {
    const { stable, latest } = prompt;
    const candidates = earlierStables(history, stable);
    const isEarlier = (wanted: number) => candidates.some((interval) => interval.version === wanted);
    const wanted = [before?.version ?? 0, Number(subject ?? 0)].find(isEarlier);
    const version = wanted ?? candidates[0]?.version;
    return version === undefined ? null : { stable, latest, version };
  });
  const candidates = earlierStables(history, decision?.stable ?? null);
  useEffect(() => {
    if (opened) void usePromotions.getState().loadHistory(place);
  }, [opened, place]);

  const submit = ({ version, stable }: MoveDecision) => {
    if (reason.trim() === '') return setReasonMissing(true);
    void run(
      () => usePromotions.getState().rollBack(place, { version, reason, expectedStable: stable }),
      (promotion) => {
        closeDialog();
        setReason('');
        noticeOfPromotion(place, promotion, prompt.title);
      },
    );
  };

  const move = decision && { from: decision.stable, to: decision.version };
  return (
    <StableMoveDialog
      title="Roll back"
      opened={opened}
      onClose={closeDialog}
      place={place}
      typography={typography}
      move={move}
      nothing="There is no earlier stable version to go back to."
      choice={
        decision ? (
          <SelectField
            label="Version"
            value={String(decision.version)}
            groups={[
              {
                label: 'Was stable',
                options: candidates.map(({ version: number, since, until }) => ({
                  value: String(number),
                  label: `v${number} — stable ${formatDayRange(since, until ?? since)}`,
                })),
              },
            ]}
            onChange={(value) => chooseVersion(Number(value))}
          />
        ) : null
      }
      sentence={move ? moveSentence(move) : ''}
      action={{ name: 'Roll back', isRunning, run: () => decision && submit(decision) }}
      refusal={decision?.refusal ?? null}
      onLookAgain={lookAgain}
    >
      <ReasonField
        description="It stays in the history of stable."
        isInDialog
        value={reason}
        isMissing={isReasonMissing}
        onChange={(written) => {
          setReason(written);
          setReasonMissing(false);
        }}
      />
    </StableMoveDialog>
  );
}

/** The newest stretch of each version that was stable before and is not now, newest first. */
function earlierStables(history: readonly StableInterval[], stable: number | null): StableInterval[] {
  const seen = new Set<number>();
  return history.filter(({ version }) => {
    if (version === stable || seen.has(version)) return false;
    seen.add(version);
    return true;
  });
}
