import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import type { Typography } from '../../theme/typography.ts';
import { Difference } from './difference.tsx';
import { RefusalNote } from './refusal-note.tsx';
import classes from './stable-move-dialog.module.css';

/** From which version to which one stable would move. */
export interface Move {
  readonly from: number | null;
  readonly to: number;
}

interface StableMoveDialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly place: PromptPlace;
  readonly typography: Typography;
  /** `null` where there is nothing to move to, as `nothing` says. */
  readonly move: Move | null;
  readonly nothing?: string;
  /** What is moved to, or the field to choose it. */
  readonly choice: ReactNode;
  /** What applications will get, in one sentence. */
  readonly sentence: ReactNode;
  readonly action: { readonly name: string; readonly isRunning: boolean; readonly run: () => void };
  /** Why the registry did not do it. */
  readonly refusal: BridgeError | null;
  /** Looks again where stable has moved meanwhile; where it is left out, there is nothing more to do here. */
  readonly onLookAgain?: () => void;
  readonly children?: ReactNode;
}

/** The last look before stable moves, or before that is asked for: what will be replaced, and by what. */
export function StableMoveDialog(props: StableMoveDialogProps) {
  const { title, opened, onClose, place, typography, move, nothing, choice, sentence } = props;
  const { action, refusal, onLookAgain, children } = props;
  const hasMoved = refusal?.code === 'stable-moved';
  return (
    <Dialog title={title} size="wide" opened={opened} onClose={onClose}>
      {move === null ? (
        <p>{nothing}</p>
      ) : (
        <>
          <div className={classes.choice}>
            {choice}
            <p className={classes.move}>
              {move.from === null ? 'first promotion' : `v${move.from}`} <span aria-hidden="true">→</span>{' '}
              <span className={classes.next}>v{move.to}</span>
            </p>
          </div>
          <Difference place={place} from={move.from} to={move.to} typography={typography} />
          {children}
        </>
      )}
      {refusal ? <RefusalNote error={refusal} /> : null}
      <DialogActions
        staysInSight
        hint={move === null ? null : <span className={classes.sentence}>{sentence}</span>}
      >
        <Button variant="default" onClick={onClose}>
          {hasMoved && !onLookAgain ? 'Close' : 'Cancel'}
        </Button>
        {!hasMoved ? (
          <Button
            loading={action.isRunning}
            disabled={move === null}
            data-autofocus={children ? undefined : true}
            onClick={action.run}
          >
            {action.name}
          </Button>
        ) : onLookAgain ? (
          <Button loading={action.isRunning} onClick={onLookAgain}>
            Look again
          </Button>
        ) : null}
      </DialogActions>
    </Dialog>
  );
}

/** What applications get from now on, where stable moves at once. */
export function moveSentence({ from, to }: Move): string {
  const instead = from === null ? '.' : `, instead of v${from}.`;
  return `Applications that ask for stable will get v${to} from now on${instead}`;
}
