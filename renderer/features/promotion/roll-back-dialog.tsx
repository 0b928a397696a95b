import { Button, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { BridgeError } from '#core/contract/bridge.ts';
import type { PromptSummary, StableInterval } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useAtOpening } from '../../components/use-at-opening.ts';
import { formatDayRange } from '../../format/dates.ts';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { Difference } from './difference.tsx';
import classes from './promote-dialog.module.css';
import { usePromotions } from './promotions-store.ts';
import { readAgain } from './read-again.ts';
import { RefusalNote } from './refusal-note.tsx';
import { StableMove, StableMoveSentence } from './stable-move.tsx';
import { usePromotionAction } from './use-promotion-action.ts';

interface RollBackDialogProps {
  readonly place: PromptPlace;
  readonly prompt: PromptSummary;
  readonly typography: Typography;
}

/** What the user decides about: it stays the same while the dialog is open. */
interface Decision {
  readonly stable: number | null;
  readonly version: number;
  /** Why the registry did not do it. */
  readonly refusal: BridgeError | null;
}

const nothing: never[] = [];

/** Moves `stable` back to a version that it has been before, with a reason. */
export function RollBackDialog({ place, prompt, typography }: RollBackDialogProps) {
  const opened = useNavigation((state) => state.dialog === 'roll-back');
  const closeDialog = useNavigation((state) => state.closeDialog);
  const history = usePromotions((state) => state.history[placeKey(place)]) ?? nothing;
  const [reason, setReason] = useState('');
  const [isReasonMissing, setReasonMissing] = useState(false);
  const {
    value: decision,
    change,
    lookAgain,
  } = useAtOpening<Decision>(opened, (before) => {
    const { stable } = prompt;
    const candidates = earlierStables(history, stable);
    const isStillEarlier = candidates.some((interval) => interval.version === before?.version);
    const version = isStillEarlier ? before?.version : candidates[0]?.version;
    return version === undefined ? null : { stable, version, refusal: null };
  });
  const { isRunning, run } = usePromotionAction((error) => change({ refusal: error }));
  const refusal = decision?.refusal;
  const hasMoved = refusal?.code === 'stable-moved';
  const chooseVersion = (version: number) => change(hasMoved ? { version } : { version, refusal: null });
  const candidates = earlierStables(history, decision?.stable ?? null);
  useEffect(() => {
    if (opened) void usePromotions.getState().loadHistory(place);
  }, [opened, place]);

  const submit = ({ version, stable }: Decision) => {
    if (reason.trim() === '') return setReasonMissing(true);
    void run(
      () => usePromotions.getState().rollBack(place, { version, reason, expectedStable: stable }),
      (promotion) => {
        closeDialog();
        setReason('');
        useNotices.getState().show({
          tone: 'success',
          title: `Stable of ${prompt.title} is back at v${promotion.version}`,
          message: 'Applications get it with their next call.',
        });
      },
    );
  };

  return (
    <Dialog title="Roll back" size="wide" opened={opened} onClose={closeDialog}>
      {decision === null ? (
        <p>There is no earlier stable version to go back to.</p>
      ) : (
        <>
          <div className={classes.choice}>
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
            <StableMove from={decision.stable} to={decision.version} />
          </div>
          <Difference place={place} from={decision.stable} to={decision.version} typography={typography} />
          <Textarea
            label="Reason"
            description="It stays in the history of stable."
            withAsterisk
            aria-required
            data-autofocus
            autosize
            minRows={1}
            maxRows={5}
            maxLength={2_000}
            value={reason}
            error={isReasonMissing ? 'Give a reason: others will want to know why.' : undefined}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              setReasonMissing(false);
            }}
          />
          <StableMoveSentence from={decision.stable} to={decision.version} />
        </>
      )}
      {refusal ? <RefusalNote error={refusal} /> : null}
      <DialogActions>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        {hasMoved ? (
          <Button loading={isRunning} onClick={() => void run(() => readAgain(place), lookAgain)}>
            Look again
          </Button>
        ) : (
          <Button
            loading={isRunning}
            disabled={decision === null}
            onClick={() => decision && submit(decision)}
          >
            Roll back
          </Button>
        )}
      </DialogActions>
    </Dialog>
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
