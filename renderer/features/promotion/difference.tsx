import { useEffect, useMemo, useState } from 'react';
import type { Version } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { parseTemplate } from '#core/domain/template.ts';
import { effectiveVariables } from '#core/domain/variables.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { type ChangeLook, ChangeToolbar } from '../../components/change-toolbar.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { ProseDiff } from '../../components/prose-diff/prose-diff.tsx';
import { useComparison } from '../../components/prose-diff/use-comparison.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { SummaryLine } from '../../components/summary-line.tsx';
import { listValueChoices, readVersion, type ValueChoice } from '../../format/value-choices.ts';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import { usePreview } from '../editor/preview-store.ts';
import { useVersions, versionKey } from '../history/versions-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import classes from './difference.module.css';

interface DifferenceProps {
  readonly place: PromptPlace;
  /** `null` where nothing is stable yet: the text is then shown as it is. */
  readonly from: number | null;
  readonly to: number;
  readonly typography: Typography;
}

/** What stable's text becomes: as finished text with the values of a test input, or as it is written. */
export function Difference({ place, from, to, typography }: DifferenceProps) {
  const before = useVersions((state) => (from === null ? undefined : state.texts[versionKey(place, from)]));
  const after = useVersions((state) => state.texts[versionKey(place, to)]);
  useEffect(() => {
    void usePreview.getState().load(place);
    for (const version of from === null ? [to] : [from, to]) {
      useVersions
        .getState()
        .read(place, version)
        .catch((thrown: unknown) => useNotices.getState().showError(toBridgeError(thrown)));
    }
  }, [place, from, to]);

  if (!after || (from !== null && !before)) {
    return (
      <div className={classes.frame}>
        <SkeletonLines count={6} label="The texts are being loaded" />
      </div>
    );
  }
  return <Change place={place} before={before ?? null} after={after} typography={typography} />;
}

interface ChangeProps {
  readonly place: PromptPlace;
  readonly before: Version | null;
  readonly after: Version;
  readonly typography: Typography;
}

const noInputs: never[] = [];

function Change({ place, before, after, typography }: ChangeProps) {
  const [look, setLook] = useState<ChangeLook>({ text: 'finished', mode: 'inline' });
  const [chosenId, setChosen] = useState<string | null>(null);
  const inputs = usePreview((state) => state.sets[placeKey(place)]) ?? noInputs;
  const choices = useMemo(() => listValueChoices(after, before, inputs), [after, before, inputs]);
  const choice = choices.find(({ id }) => id === chosenId) ?? choices.find(isDifferent) ?? choices[0];
  const values = look.text === 'finished' ? (choice?.values ?? {}) : null;
  const original = useMemo(() => compared(before ?? after, values), [before, after, values]);
  const modified = useMemo(() => compared(after, values), [after, values]);
  const { comparison, isFailed } = useComparison(original, modified);
  return (
    <div className={classes.change}>
      <ChangeToolbar
        choices={choices}
        choice={choice}
        onChoose={setChosen}
        look={look}
        onLook={(part) => setLook({ ...look, ...part })}
        hasBaseline={before !== null}
      />
      {before && comparison ? (
        <p className={classes.summary}>
          <SummaryLine summary={comparison.summary} />
        </p>
      ) : null}
      <div className={classes.frame}>
        {isFailed ? (
          <ErrorNote title="The texts could not be compared here">
            Nothing has changed. Open the Compare tab to see both of them.
          </ErrorNote>
        ) : comparison ? (
          <ProseDiff
            comparison={comparison}
            mode={before ? look.mode : 'inline'}
            typography={{ ...typography, size: 14 }}
            isCompact
            ariaLabel="What will be replaced"
          />
        ) : (
          <SkeletonLines count={6} label="The texts are being compared" />
        )}
      </div>
    </div>
  );
}

const isDifferent = ({ readsTheSame }: ValueChoice) => !readsTheSame;

function compared(version: Version, values: ValueChoice['values'] | null) {
  const variables = effectiveVariables(parseTemplate(version.content), version.variables);
  return { text: readVersion(version, values).text, variables };
}
