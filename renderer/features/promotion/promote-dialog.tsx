import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { BridgeError } from '#core/contract/bridge.ts';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useAtOpening } from '../../components/use-at-opening.ts';
import { versionOptions } from '../../format/version-options.ts';
import type { Typography } from '../../theme/typography.ts';
import { currentConnection, mayDo, placeKey, useConnections } from '../connections/connections-store.ts';
import { isChanged, useEditor } from '../editor/editor-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { Difference } from './difference.tsx';
import { noticeOfPromotion } from './notice-of-promotion.ts';
import classes from './promote-dialog.module.css';
import { usePromotions } from './promotions-store.ts';
import { readAgain } from './read-again.ts';
import { RefusalNote } from './refusal-note.tsx';
import { StableMove, StableMoveSentence } from './stable-move.tsx';
import { usePromotionAction } from './use-promotion-action.ts';

interface PromoteDialogProps {
  readonly place: PromptPlace;
  readonly prompt: PromptSummary;
  readonly typography: Typography;
}

/** What the user decides about: it stays the same while the dialog is open. */
interface Decision {
  readonly stable: number | null;
  readonly latest: number;
  readonly version: number;
  /** Why the registry did not do it. */
  readonly refusal: BridgeError | null;
}

const noVersions: never[] = [];

/** Shows what applications will get instead of what they get now, and moves `stable`. */
export function PromoteDialog({ place, prompt, typography }: PromoteDialogProps) {
  const opened = useNavigation((state) => state.dialog === 'promote');
  const closeDialog = useNavigation((state) => state.closeDialog);
  const versions = useVersions((state) => state.lists[placeKey(place)]) ?? noVersions;
  const hasDraft = useEditor((state) => isChanged(state, placeKey(place)));
  const mayPromote = useConnections((state) => mayDo(currentConnection(state), 'promoter'));
  const [note, setNote] = useState('');
  const {
    value: decision,
    change,
    lookAgain,
  } = useAtOpening<Decision>(opened, (before) => {
    const latest = versions[0]?.version ?? prompt.latest;
    const stable = prompt.stable;
    const wanted = before && before.version !== stable ? before.version : latest;
    const version = wanted === stable ? latest - 1 : wanted;
    return version > 0 ? { stable, latest, version, refusal: null } : null;
  });
  const { isRunning, run } = usePromotionAction((error) => change({ refusal: error }));
  const refusal = decision?.refusal;
  const hasMoved = refusal?.code === 'stable-moved';
  const chooseVersion = (version: number) => change(hasMoved ? { version } : { version, refusal: null });
  const action = mayPromote ? 'Promote to stable' : 'Request promotion';
  const newest = versions[0]?.version ?? 0;

  const submit = ({ version, stable }: Decision) =>
    run(
      () => usePromotions.getState().promote(place, { version, note, expectedStable: stable }),
      (promotion) => {
        closeDialog();
        setNote('');
        noticeOfPromotion(promotion, prompt.title);
      },
    );

  return (
    <Dialog title={action} size="wide" opened={opened} onClose={closeDialog}>
      {decision === null ? (
        <p>The only version is stable already. Save a new version first.</p>
      ) : (
        <>
          <div className={classes.choice}>
            <SelectField
              label="Version"
              value={String(decision.version)}
              groups={[
                {
                  label: 'Versions',
                  options: versionOptions(versions.filter(({ version }) => version !== decision.stable)),
                },
              ]}
              onChange={(value) => chooseVersion(Number(value))}
            />
            <StableMove from={decision.stable} to={decision.version} />
          </div>
          {newest > decision.latest ? (
            <p className={classes.hint} role="status">
              v{newest} was saved since.
            </p>
          ) : null}
          <Difference place={place} from={decision.stable} to={decision.version} typography={typography} />
          {hasDraft ? (
            <p className={classes.hint}>
              Your draft is not part of this: only saved versions can be promoted.
            </p>
          ) : null}
          <Textarea
            label="Note"
            data-autofocus
            description="Why now? It stays in the history of stable."
            autosize
            minRows={1}
            maxRows={5}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
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
            onClick={() => decision && void submit(decision)}
          >
            {action}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
