import { IconCheck, IconX } from '@tabler/icons-react';
import classes from './outcome-mark.module.css';

/** Whether something passed: a sign and a word. */
export function OutcomeMark({ passed }: { readonly passed: boolean }) {
  return (
    <span className={classes.mark} data-passed={passed}>
      {passed ? (
        <IconCheck size={14} stroke={2.4} aria-hidden />
      ) : (
        <IconX size={14} stroke={2.4} aria-hidden />
      )}
      {passed ? 'Passes' : 'Fails'}
    </span>
  );
}
