import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { DeclaredText } from '#core/domain/declared-text.ts';
import { parseTemplate } from '#core/domain/template.ts';
import { effectiveVariables } from '#core/domain/variables.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { ProseDiff } from '../../components/prose-diff/prose-diff.tsx';
import { useComparison } from '../../components/prose-diff/use-comparison.ts';
import { Segmented } from '../../components/segmented.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { describeVariableChanges } from '../../format/describe-variable-changes.ts';
import { finishText, joinParts } from '../../format/finished-text.ts';
import { versionOptions } from '../../format/version-options.ts';
import { PromptDiff } from '../../monaco/prompt-diff.tsx';
import type { ColorScheme } from '../../monaco/typography.ts';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import { isChanged, useEditor } from '../editor/editor-store.ts';
import { usePreview } from '../editor/preview-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { resolveSides, versionOf } from './compare-sides.ts';
import { type DiffNavigation, useCompare } from './compare-store.ts';
import classes from './compare-view.module.css';
import { ComparisonSummary } from './comparison-summary.tsx';
import { FinishedTextBar } from './finished-text-bar.tsx';
import { useSideText } from './use-side-text.ts';

interface CompareViewProps {
  readonly place: PromptPlace;
  readonly prompt: PromptSummary;
  readonly typography: Typography;
  readonly colorScheme: ColorScheme;
}

const nothing: never[] = [];
const noValues = {};

/** The Compare tab: any two of the versions, `stable`, `latest` and the draft. */
export function CompareView({ place, prompt, typography, colorScheme }: CompareViewProps) {
  const key = placeKey(place);
  const versions = useVersions((state) => state.lists[key]) ?? nothing;
  const chosen = useCompare((state) => state.sides[key]);
  const { view, mode, text, choose, setView, setMode, setText, setNavigation } = useCompare();
  const hasDraft = useEditor((state) => isChanged(state, key));
  const values = usePreview((state) => state.values[key]) ?? noValues;

  const known = { latest: versions[0]?.version ?? prompt.latest, stable: prompt.stable, hasDraft };
  const { from, to } = resolveSides(chosen, known);
  const left = useSideText(place, versionOf(from, known));
  const right = useSideText(place, versionOf(to, known));
  const error = left.error ?? right.error;

  const shown = useCallback(
    (side: DeclaredText | null) => {
      if (!side) return null;
      if (text === 'finished') {
        const { parts, variables, missing, invalid } = finishText(side.content, side.variables, values);
        return { text: joinParts(parts), variables, missing, unfit: Object.keys(invalid) };
      }
      const variables = effectiveVariables(parseTemplate(side.content), side.variables);
      return { text: side.content, variables, missing: nothing, unfit: nothing };
    },
    [text, values],
  );
  const original = useMemo(() => shown(left.text), [shown, left.text]);
  const modified = useMemo(() => shown(right.text), [shown, right.text]);
  const { comparison, isFailed } = useComparison(original, modified);
  const variableChanges = useMemo(
    () => (left.text && right.text ? describeVariableChanges(left.text, right.text) : nothing),
    [left.text, right.text],
  );

  useEffect(() => () => setNavigation(null), [setNavigation]);
  const onReady = useCallback((navigation: DiffNavigation) => setNavigation(navigation), [setNavigation]);

  const groups = [
    {
      label: 'Where it is now',
      options: [
        ...(hasDraft ? [{ value: 'draft', label: 'draft — what you are writing' }] : []),
        { value: 'latest', label: `latest — v${known.latest}` },
        ...(prompt.stable === null ? [] : [{ value: 'stable', label: `stable — v${prompt.stable}` }]),
      ],
    },
    { label: 'Versions', options: versionOptions(versions) },
  ];

  return (
    <div className={classes.view}>
      <div className={classes.toolbar}>
        <div className={classes.sides}>
          <SelectField
            label="From"
            value={from}
            groups={groups}
            onChange={(side) => choose(place, { from: side })}
          />
          <Tooltip label="Swap sides">
            <ActionIcon
              size={32}
              aria-label="Swap sides"
              onClick={() => choose(place, { from: to, to: from })}
            >
              <IconArrowsLeftRight size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <SelectField
            label="To"
            value={to}
            groups={groups}
            onChange={(side) => choose(place, { to: side })}
          />
        </div>
        <div className={classes.switches}>
          <Segmented
            label="View"
            value={view}
            onChange={setView}
            options={[
              { value: 'words', label: 'Words' },
              { value: 'lines', label: 'Lines' },
            ]}
          />
          <Segmented
            label="Layout"
            value={mode}
            onChange={setMode}
            options={[
              { value: 'side-by-side', label: 'Side by side' },
              { value: 'inline', label: 'Inline' },
            ]}
          />
          <Segmented
            label="What is compared"
            value={text}
            onChange={setText}
            options={[
              { value: 'raw', label: 'Text' },
              { value: 'finished', label: 'Finished text' },
            ]}
          />
        </div>
      </div>
      {text === 'finished' ? (
        <FinishedTextBar
          place={place}
          missing={joinNames(original?.missing, modified?.missing)}
          unfit={joinNames(original?.unfit, modified?.unfit)}
        />
      ) : null}
      <ComparisonSummary comparison={comparison} />
      {variableChanges.length > 0 ? (
        <ul className={classes.variables} aria-label="Changes of the variables">
          {variableChanges.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <div className={classes.diff}>
        {error ? (
          <ErrorNote title={describeError(error).title}>{describeErrorInFull(error)}</ErrorNote>
        ) : original === null || modified === null ? (
          <SkeletonLines count={8} label="The texts are being loaded" />
        ) : view === 'lines' ? (
          <PromptDiff
            original={original.text}
            modified={modified.text}
            mode={mode}
            typography={typography}
            colorScheme={colorScheme}
            ariaLabel="Differences"
            originalLabel={`Text of ${from}`}
            modifiedLabel={`Text of ${to}`}
            onReady={onReady}
          />
        ) : isFailed ? (
          <ErrorNote title="The texts could not be compared word by word">
            Both texts are safe. Choose “Lines” to see them beside each other.
          </ErrorNote>
        ) : comparison === null ? (
          <SkeletonLines count={8} label="The texts are being compared" />
        ) : (
          <ProseDiff
            comparison={comparison}
            mode={mode}
            typography={typography}
            ariaLabel="Differences"
            onReady={onReady}
          />
        )}
      </div>
    </div>
  );
}

function joinNames(...lists: readonly (readonly string[] | undefined)[]): string[] {
  return [...new Set(lists.flatMap((names) => names ?? []))];
}
