import type { ReactNode } from 'react';
import { CopyTextButton } from './copy-text-button.tsx';
import classes from './setting-row.module.css';

interface SettingRowProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly children: ReactNode;
}

/** One thing to choose or to know, with its name in front. */
export function SettingRow({ label, help, children }: SettingRowProps) {
  return (
    <div className={classes.row}>
      <div>
        <p className={classes.label}>{label}</p>
        {help ? <p className={classes.help}>{help}</p> : null}
      </div>
      {children}
    </div>
  );
}

interface SettingValueProps {
  readonly text: string;
  readonly canCopy?: boolean;
}

/** What a row says where there is nothing to choose. */
export function SettingValue({ text, canCopy = false }: SettingValueProps) {
  return (
    <span className={classes.value}>
      <span className={classes.text}>{text}</span>
      {canCopy ? <CopyTextButton text={text} label={`Copy ${text}`} isFlush /> : null}
    </span>
  );
}
