import classes from './promote-dialog.module.css';

/** From where to where stable would move, in short. */
export function StableMove({ from, to }: { readonly from: number | null; readonly to: number }) {
  return (
    <p className={classes.move}>
      {from === null ? 'first promotion' : `v${from}`} <span aria-hidden="true">→</span>{' '}
      <span className={classes.next}>v{to}</span>
    </p>
  );
}

/** What applications will get after the move. */
export function StableMoveSentence({ from, to }: { readonly from: number | null; readonly to: number }) {
  return (
    <p className={classes.sentence}>
      Applications that ask for stable will get v{to} from now on
      {from === null ? '.' : `, instead of v${from}.`}
    </p>
  );
}
