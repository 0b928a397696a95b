import { useState } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { versionOptions } from '../../format/version-options.ts';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import { isChanged, useEditor } from '../editor/editor-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { noticeOfPromotion } from './notice-of-promotion.ts';
import { Outlook } from './outlook.tsx';
import { usePromotions } from './promotions-store.ts';
import classes from './stable-move-dialog.module.css';
import { moveSentence, StableMoveDialog } from './stable-move-dialog.tsx';
import { type MoveDecision, useMoveDecision } from './use-move-decision.ts';
import { useOtherRequests } from './use-other-requests.ts';
import { usePromotesAtOnce } from './use-promotes-at-once.ts';

interface PromoteDialogProps {
  readonly place: PromptPlace;
  readonly prompt: PromptSummary;
  readonly typography: Typography;
}

const noVersions: never[] = [];

/** Asks for a promotion, or promotes at once where nobody has to approve. */
export function PromoteDialog({ place, prompt, typography }: PromoteDialogProps) {
  const opened = useNavigation((state) => state.dialog === 'promote');
  const subject = useNavigation((state) => state.dialogSubject);
  const closeDialog = useNavigation((state) => state.closeDialog);
  const versions = useVersions((state) => state.lists[placeKey(place)]) ?? noVersions;
  const hasDraft = useEditor((state) => isChanged(state, placeKey(place)));
  const isAtOnce = usePromotesAtOnce(place);
  const others = useOtherRequests(place);
  const [note, setNote] = useState('');
  const { decision, isRunning, run, chooseVersion, lookAgain } = useMoveDecision(place, opened, (before) => {
    const latest = versions[0]?.version ?? prompt.latest;
    const stable = prompt.stable;
    const asked = subject === null ? latest : Number(subject);
    const wanted = before && before.version !== stable ? before.version : asked;
    const version = wanted === stable ? latest - (latest === stable ? 1 : 0) : wanted;
    return version > 0 ? { stable, latest, version } : null;
  });
  const action = isAtOnce ? 'Promote to stable' : 'Request promotion';
  const newest = versions[0]?.version ?? 0;

  const submit = ({ version, stable }: MoveDecision) =>
    run(
      () =>
        usePromotions.getState().promote(place, {
          version,
          note,
          expectedStable: stable,
          replaces: others.mine.map(({ id }) => id),
        }),
      (promotion) => {
        closeDialog();
        setNote('');
        noticeOfPromotion(place, promotion, prompt.title);
      },
    );

  const move = decision && { from: decision.stable, to: decision.version };
  return (
    <StableMoveDialog
      title={action}
      opened={opened}
      onClose={closeDialog}
      place={place}
      typography={typography}
      move={move}
      nothing="The only version is stable already. Save a new version first."
      choice={
        decision ? (
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
        ) : null
      }
      sentence={
        move === null
          ? ''
          : isAtOnce
            ? moveSentence(move)
            : `Nothing changes for applications yet. Once it is promoted, those that ask for stable get v${move.to}${move.from === null ? '.' : ` instead of v${move.from}.`}`
      }
      action={{ name: action, isRunning, run: () => decision && void submit(decision) }}
      refusal={decision?.refusal ?? null}
      onLookAgain={lookAgain}
    >
      {decision && newest > decision.latest ? (
        <p className={classes.hint} role="status">
          v{newest} was saved since.
        </p>
      ) : null}
      {hasDraft ? (
        <p className={classes.hint}>Your draft is not part of this: only saved versions can be promoted.</p>
      ) : null}
      {decision ? <Outlook place={place} version={decision.version} isAtOnce={isAtOnce} /> : null}
      {others.mine.map((request) => (
        <p key={request.id} className={classes.hint}>
          Your request for v{request.version} is open: this one takes its place.
        </p>
      ))}
      {others.ofOthers.map((request) => (
        <p key={request.id} className={classes.hint}>
          {request.requestedBy.name} has asked for v{request.version}: when one of them is promoted, the other
          is void.
        </p>
      ))}
      <GrowingTextarea
        label="Note"
        data-autofocus
        description="Why now? It stays in the history of stable."
        minRows={1}
        maxRows={5}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </StableMoveDialog>
  );
}
