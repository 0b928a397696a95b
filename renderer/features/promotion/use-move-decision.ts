import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { useCall } from '../../bridge/use-call.ts';
import { useAtOpening } from '../../components/use-at-opening.ts';
import { readAgain } from './read-again.ts';

/** What the user decides about: it stays the same while the dialog is open. */
export interface MoveDecision {
  readonly stable: number | null;
  /** The newest version when the dialog was opened. */
  readonly latest: number;
  /** What stable would become. */
  readonly version: number;
  /** Why the registry did not do it. */
  readonly refusal: BridgeError | null;
}

/**
 * The decision of a dialog in which the user chooses what stable becomes.
 *
 * @param read what there is to decide when the dialog opens, or is looked at again; `null` where there is nothing
 */
export function useMoveDecision(
  place: PromptPlace,
  opened: boolean,
  read: (before: MoveDecision | null) => Omit<MoveDecision, 'refusal'> | null,
) {
  const { value, change, lookAgain } = useAtOpening<MoveDecision>(opened, (before) => {
    const found = read(before);
    return found && { ...found, refusal: null };
  });
  const { isRunning, run } = useCall((refusal) => change({ refusal }));
  const hasMoved = value?.refusal?.code === 'stable-moved';
  return {
    decision: value,
    isRunning,
    run,
    chooseVersion: (version: number) => change(hasMoved ? { version } : { version, refusal: null }),
    lookAgain: () => void run(() => readAgain(place), lookAgain),
  };
}
