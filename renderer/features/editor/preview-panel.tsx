import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import type { PreviewValues, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { CopyTextButton } from '../../components/copy-text-button.tsx';
import { MissingValues } from '../../components/missing-values.tsx';
import { type FinishedText, joinParts } from '../../format/finished-text.ts';
import type { Typography } from '../../theme/typography.ts';
import { FromValuesButton } from './from-values-button.tsx';
import { goToSource } from './go-to-source.ts';
import { goToVariableField } from './go-to-variable-field.ts';
import { PreviewText } from './preview-text.tsx';
import panel from './side-panel.module.css';
import { StableComparison } from './stable-comparison.tsx';
import { useStableVersion } from './use-stable-text.ts';

interface PreviewPanelProps {
  readonly place: PromptPlace;
  /** The text that `finished` was made of. */
  readonly content: string;
  readonly finished: FinishedText;
  readonly values: PreviewValues;
  readonly typography: Typography;
}

/** The finished text as the application will receive it. Inserted values are marked, missing ones shout. */
export const PreviewPanel = memo(function PreviewPanel(props: PreviewPanelProps) {
  const { place, content, finished, values, typography } = props;
  const [isComparing, setComparing] = useState(false);
  const stable = useStableVersion(place);
  const isCompared = isComparing && stable !== null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section aria-label="Preview" className={panel.panel} tabIndex={0}>
      <header className={panel.header}>
        <h2 className={panel.title} title="As the application receives it">
          Preview
        </h2>
        <span className={panel.actions}>
          {stable ? (
            <Button
              variant={isCompared ? 'light' : 'subtle'}
              h={26}
              px={8}
              fz={12}
              aria-pressed={isCompared}
              onClick={() => setComparing(!isComparing)}
            >
              Compare with stable
            </Button>
          ) : null}
          <FromValuesButton hasValues={Object.keys(values).length > 0} />
          <CopyTextButton text={() => joinParts(finished.parts)} label="Copy finished text" />
        </span>
      </header>
      <MissingValues
        names={finished.missing}
        unfit={Object.keys(finished.invalid)}
        onGoTo={goToVariableField}
      />
      {isCompared ? (
        <StableComparison stable={stable} finished={finished} values={values} typography={typography} />
      ) : (
        <PreviewText
          parts={finished.parts}
          typography={typography}
          onGoTo={({ start, end }) => goToSource(content, start, end)}
        />
      )}
    </section>
  );
});
