import { IconAlertTriangle } from '@tabler/icons-react';
import { memo } from 'react';
import { joinNames } from '../../format/counts.ts';
import type { FinishedText } from '../../format/finished-text.ts';
import type { Typography } from '../../theme/typography.ts';
import classes from './preview-panel.module.css';
import { PreviewText } from './preview-text.tsx';
import panel from './side-panel.module.css';
import { variableFieldId } from './variable-field.tsx';

interface PreviewPanelProps {
  readonly finished: FinishedText;
  readonly typography: Typography;
}

/** The finished text as the application will receive it. Inserted values are marked, missing ones shout. */
export const PreviewPanel = memo(function PreviewPanel({ finished, typography }: PreviewPanelProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section aria-label="Preview" className={panel.panel} tabIndex={0}>
      <header className={panel.header}>
        <h2 className={panel.title}>Preview</h2>
        <span className={panel.aside}>As the application receives it</span>
      </header>
      <MissingValues names={finished.missing} />
      <PreviewText parts={finished.parts} typography={typography} />
    </section>
  );
});

function MissingValues({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  const focusFirst = () => document.getElementById(variableFieldId(names[0] ?? ''))?.focus();
  return (
    <div className={classes.notice}>
      <IconAlertTriangle size={15} aria-hidden />
      <p>
        {names.length === 1 ? '1 value is missing' : `${names.length} values are missing`}: {joinNames(names)}
      </p>
      <button type="button" className={classes.fill} onClick={focusFirst}>
        Fill in
      </button>
    </div>
  );
}
