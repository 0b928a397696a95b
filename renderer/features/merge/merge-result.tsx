import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { PromptEditor } from '../../monaco/prompt-editor.tsx';
import type { ColorScheme } from '../../monaco/typography.ts';
import type { Typography } from '../../theme/typography.ts';
import { chosenVariables, mergedText } from './merge-choices.ts';
import classes from './merge-form.module.css';
import { begunOf, resultOf, useMerges } from './merge-store.ts';
import type { MergeSubject } from './merge-subject.ts';

interface MergeResultProps {
  readonly subject: MergeSubject;
  readonly typography: Typography;
  readonly colorScheme: ColorScheme;
}

/** The whole merged text, to be read and changed. It follows each decision, and each of them can be undone in it. */
export function MergeResult({ subject, typography, colorScheme }: MergeResultProps) {
  const choices = useMerges((state) => begunOf(state, subject).choices);
  const written = useMerges((state) => begunOf(state, subject).written);
  const text = useMerges((state) => resultOf(state, subject));
  const variables = useMemo(() => chosenVariables(subject.variables, choices), [subject, choices]);
  const { write } = useMerges.getState();
  return (
    <div className={classes.column}>
      <p className={classes.legend}>
        <span className={classes.heading}>Result</span>
        <span className={classes.hint} role="status">
          {describeResult(written)}
        </span>
        {written ? (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => write(subject, mergedText(subject.parts, choices))}
          >
            Take only what was decided
          </Button>
        ) : null}
      </p>
      <div className={classes.result}>
        <PromptEditor
          modelKey={`merge ${subject.id}`}
          value={text}
          onChange={(next) => write(subject, next)}
          variables={variables}
          typography={typography}
          colorScheme={colorScheme}
          ariaLabel="Result of the merge"
        />
      </div>
    </div>
  );
}

function describeResult(written: { readonly overrules: boolean } | null): string {
  if (!written) return 'Change it as you like.';
  return written.overrules
    ? 'Changed by hand: your words stay where a later decision was about the same ones.'
    : 'Changed by hand.';
}
