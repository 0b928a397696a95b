import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconMessagePlus } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { parseTemplate } from '#core/domain/template.ts';
import { effectiveVariables } from '#core/domain/variables.ts';
import { ChangeToolbar } from '../../components/change-toolbar.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { placePassages } from '../../components/prose-diff/placed-passages.ts';
import { ProseDiff } from '../../components/prose-diff/prose-diff.tsx';
import type { InkSelection } from '../../components/prose-diff/read-selection.ts';
import { useComparison } from '../../components/prose-diff/use-comparison.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { SummaryLine } from '../../components/summary-line.tsx';
import { readVersion, type ValueChoice } from '../../format/value-choices.ts';
import type { Typography } from '../../theme/typography.ts';
import { useCompare } from '../compare/compare-store.ts';
import { anchorComments, quoteSelection } from './comment-anchors.ts';
import { usePassages } from './passages-store.ts';
import classes from './review-text.module.css';
import { useReviews } from './reviews-store.ts';

interface ReviewTextProps {
  readonly place: PromptPlace;
  readonly review: PromotionDetails;
  readonly choices: readonly ValueChoice[];
  readonly typography: Typography;
}

/** The change to be read: what stable says now and what it would say, with the passages that were commented on. */
export function ReviewText({ place, review, choices, typography }: ReviewTextProps) {
  const { candidate, baseline } = review;
  const textMode = useReviews((state) => state.text);
  const [chosenId, setChosen] = useState<string | null>(null);
  const choice = choices.find(({ id }) => id === chosenId) ?? choices.find(isDifferent) ?? choices[0];
  const values = textMode === 'finished' ? (choice?.values ?? {}) : null;
  const sides = useMemo(() => {
    const to = readVersion(candidate, values);
    return { from: baseline ? readVersion(baseline, values) : to, to };
  }, [candidate, baseline, values]);
  const from = useMemo(() => compared(baseline ?? candidate, sides.from.text), [baseline, candidate, sides]);
  const to = useMemo(() => compared(candidate, sides.to.text), [candidate, sides]);
  const { comparison, isFailed, isCurrent } = useComparison(from, to);
  const marks = useMemo(() => {
    if (!comparison || !isCurrent) return [];
    const passages = anchorComments(review, review.comments, sides);
    return placePassages(comparison.rows, { from: from.text, to: to.text }, passages);
  }, [comparison, isCurrent, review, sides, from, to]);
  const { current, setCurrent, setPlaces, setQuote } = usePassages();
  useEffect(
    () => setPlaces(new Map(marks.map(({ id, place: row }) => [id, row] as const).reverse())),
    [marks, setPlaces],
  );

  const frame = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<InkSelection | null>(null);
  const select = useCallback(
    (selection: InkSelection | null) => {
      setSelected(selection);
      setQuote(selection && quoteSelection(review, sides, selection));
    },
    [review, sides, setQuote],
  );
  const setNavigation = useCompare((state) => state.setNavigation);
  useEffect(
    () => () => {
      setNavigation(null);
      setQuote(null);
      setCurrent(null);
    },
    [setNavigation, setQuote, setCurrent],
  );
  const isWide = useMediaQuery(wide, false, { getInitialValueInEffect: false });
  const chosenMode = useReviews((state) => state.mode);
  const mode = baseline === null ? 'inline' : (chosenMode ?? (isWide ? 'side-by-side' : 'inline'));
  const count = comparison?.changes.length ?? 0;
  const navigation = () => useCompare.getState().navigation;

  return (
    <section className={classes.text} aria-label="The change">
      <ChangeToolbar
        choices={choices}
        choice={choice}
        onChoose={setChosen}
        look={{ text: textMode, mode }}
        onLook={useReviews.getState().setLook}
        hasBaseline={baseline !== null}
      />
      <div className={classes.summary}>
        <p role="status">
          {baseline === null ? (
            'Nothing has been stable yet: this would be the first text that applications get.'
          ) : comparison && isCurrent ? (
            <SummaryLine summary={comparison.summary} />
          ) : null}
        </p>
        {baseline === null ? null : (
          <span className={classes.steps}>
            <Button
              variant="subtle"
              h={28}
              leftSection={<IconArrowUp size={14} aria-hidden />}
              disabled={count === 0}
              onClick={() => navigation()?.goToPreviousChange()}
            >
              Previous change
            </Button>
            <Button
              variant="subtle"
              h={28}
              leftSection={<IconArrowDown size={14} aria-hidden />}
              disabled={count === 0}
              onClick={() => navigation()?.goToNextChange()}
            >
              Next change
            </Button>
          </span>
        )}
      </div>
      <div className={classes.diff} ref={frame}>
        {isFailed ? (
          <ErrorNote title="The texts could not be compared here">
            Nothing has changed. Open the Compare tab of the prompt to see both of them.
          </ErrorNote>
        ) : comparison ? (
          <ProseDiff
            comparison={comparison}
            mode={mode}
            typography={typography}
            ariaLabel="Differences"
            marks={marks}
            currentMark={current}
            onMark={setCurrent}
            onSelect={select}
            onReady={setNavigation}
          />
        ) : (
          <SkeletonLines count={8} label="The texts are being compared" />
        )}
        {selected && isCurrent ? (
          <CommentHere at={selected.at} frame={frame.current} place={place} version={review.version} />
        ) : null}
      </div>
    </section>
  );
}

const isDifferent = ({ readsTheSame }: ValueChoice) => !readsTheSame;

function compared({ content, variables }: PromotionDetails['candidate'], text: string) {
  return { text, variables: effectiveVariables(parseTemplate(content), variables) };
}

/** Two columns of text and the discussion have room beside each other. */
const wide = '(min-width: 1500px)';

interface CommentHereProps {
  readonly at: InkSelection['at'];
  readonly frame: HTMLElement | null;
  readonly place: PromptPlace;
  readonly version: number;
}

/** Beside the selected words: a comment on them. */
function CommentHere({ at, frame, place, version }: CommentHereProps) {
  const box = frame?.getBoundingClientRect();
  if (!box) return null;
  const left = Math.max(8, Math.min(at.x - box.left, box.width - 130));
  const top = Math.max(8, Math.min(at.y - box.top + 6, box.height - 40));
  return (
    <Button
      className={`${classes.here}`}
      style={{ left, top }}
      h={30}
      leftSection={<IconMessagePlus size={15} aria-hidden />}
      // The words stay selected while the button is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => usePassages.getState().commentOnQuote(place, version)}
    >
      Comment
    </Button>
  );
}
