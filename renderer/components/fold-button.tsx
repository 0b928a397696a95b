import type { ReactNode } from 'react';
import classes from './fold-button.module.css';

interface FoldButtonProps {
  readonly children: ReactNode;
  /** Where it stands. */
  readonly className: string | undefined;
  readonly onClick: () => void;
}

/** Stands for text that nobody changed, until it is asked for. */
export function FoldButton({ children, className, onClick }: FoldButtonProps) {
  return (
    <button type="button" className={`${classes.fold} ${className}`} onClick={onClick}>
      {children}
    </button>
  );
}
