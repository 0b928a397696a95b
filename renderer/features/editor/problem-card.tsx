import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { TextProblem } from '#core/domain/problems.ts';
import { KeyboardHint } from '../../components/keyboard-hint.tsx';
import { formatShortcut } from '../../format/shortcut.ts';
import { FixButtons } from './fix-buttons.tsx';
import { FloatingPanel } from './floating-panel.tsx';
import classes from './problem-card.module.css';
import { type ShownProblem, useTextTools } from './text-tools-store.ts';
import { variableFieldId } from './variable-field.tsx';

interface ProblemCardProps {
  /** Called with the label of the fix that was chosen; left out where nothing may be changed. */
  readonly onFix: ((problem: TextProblem, label: string) => void) | undefined;
}

const fixId = 'problem-card-fix';

/** Sends the focus to the first way out of the problem that is shown, once it is there. */
export function focusFirstFix(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(fixId)?.focus()));
}

/** What is wrong, said at its place. The focus stays in the text, and typing goes on there. */
export function ProblemCard({ onFix }: ProblemCardProps) {
  const shown = useTextTools((state) => state.shownProblem);
  return (
    <>
      <VisuallyHidden role="status">
        {shown ? `${shown.problem.message} ${shown.index + 1} of ${shown.count}.` : ''}
      </VisuallyHidden>
      {shown ? <OpenCard shown={shown} onFix={onFix} /> : null}
    </>
  );
}

function OpenCard({ shown, onFix }: ProblemCardProps & { readonly shown: ShownProblem }) {
  const { problem, index, count } = shown;
  const handle = useTextTools((state) => state.handle);
  const close = () => useTextTools.getState().showProblem(null);
  const [at, setAt] = useState(() => placeOf(shown));

  useEffect(() => {
    const follow = () => setAt(placeOf(shown));
    follow();
    // The text may have to be scrolled there first.
    const frame = requestAnimationFrame(follow);
    const stopWatching = handle?.watch({ onScroll: follow, onCaretMove: () => closeShown(shown) });
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      closeShown(shown);
      handle?.focus();
    };
    addEventListener('keydown', closeByKey, { capture: true });
    return () => {
      cancelAnimationFrame(frame);
      stopWatching?.();
      removeEventListener('keydown', closeByKey, { capture: true });
    };
  }, [shown, handle]);

  const fix = (mended: TextProblem, label: string) => {
    close();
    onFix?.(mended, label);
    handle?.focus();
  };
  return (
    <FloatingPanel label="Problem" place={at} takesFocus={false} onClose={close}>
      <p className={classes.message}>{problem.message}</p>
      {onFix && problem.fixes.length > 0 ? (
        <div className={classes.fixes}>
          <FixButtons problem={problem} onFix={fix} firstId={fixId} />
        </div>
      ) : null}
      <p className={classes.foot}>
        <span>
          {index + 1} of {count}
        </span>
        <span>
          Next <KeyboardHint keys={formatShortcut('F8')} />
        </span>
        {onFix && problem.fixes.length > 0 ? (
          <span>
            Fix <KeyboardHint keys={formatShortcut('mod+.')} />
          </span>
        ) : null}
      </p>
    </FloatingPanel>
  );
}

/** Another problem may be shown by now: that one stays. */
function closeShown(shown: ShownProblem): void {
  const { shownProblem, showProblem } = useTextTools.getState();
  if (shownProblem === shown) showProblem(null);
}

/** Below the words, or below the variable's field where the text is not what is wrong. */
function placeOf({ place, problem }: ShownProblem) {
  const field = place === null ? document.getElementById(variableFieldId(problem.subject)) : null;
  const found = field ? field.getBoundingClientRect() : useTextTools.getState().handle?.getCaretPlace();
  if (found && found.top > 0 && found.top < innerHeight - 40) {
    return { left: found.left, top: found.top, height: found.height };
  }
  return { left: innerWidth / 3, top: innerHeight / 3, height: 0 };
}
