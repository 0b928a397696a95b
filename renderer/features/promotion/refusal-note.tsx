import type { BridgeError } from '#core/contract/bridge-error.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import classes from './stable-move-dialog.module.css';

/** Why the registry refused to move stable, inside the dialog that asked for it. */
export function RefusalNote({ error }: { readonly error: BridgeError }) {
  return (
    <p className={classes.refusal} role="alert">
      <strong>{describeError(error).title}.</strong> {describeErrorInFull(error)}
    </p>
  );
}
