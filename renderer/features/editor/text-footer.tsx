import { Tooltip, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { memo } from 'react';
import type { TextProblem } from '#core/domain/problems.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { formatCount } from '../../format/counts.ts';
import { makeVariableCommand, proofread } from './text-commands.ts';
import classes from './text-footer.module.css';
import type { TextCounts, TextReport } from './text-report.ts';
import { useTextTools } from './text-tools-store.ts';

interface TextFooterProps {
  readonly report: TextReport | null;
  readonly listId: string;
  readonly isListOpen: boolean;
  readonly onToggleList: () => void;
  readonly isReadOnly: boolean;
}

/** The line below the text: how many problems there are, and how long the text is. */
export const TextFooter = memo(function TextFooter(props: TextFooterProps) {
  const { report, listId, isListOpen, onToggleList, isReadOnly } = props;
  const problems = report?.problems ?? [];
  const words = report ? sayProblems(problems) : '';
  const [announced] = useDebouncedValue(words, 1_000);
  const Chevron = isListOpen ? IconChevronDown : IconChevronUp;
  return (
    <div className={classes.footer}>
      {problems.length > 0 ? (
        <button
          type="button"
          className={classes.problems}
          data-warning={problems.some(({ isWarning }) => isWarning)}
          aria-expanded={isListOpen}
          aria-controls={listId}
          onClick={onToggleList}
        >
          {words}
          <Chevron size={14} aria-hidden />
        </button>
      ) : (
        <span className={classes.fine}>
          {report ? <IconCheck size={14} aria-hidden /> : null}
          {words}
        </span>
      )}
      <VisuallyHidden role="status">{announced}</VisuallyHidden>
      {isReadOnly ? null : <TextActions />}
      <span className={classes.spacer} />
      {report ? <Counts report={report} /> : null}
    </div>
  );
});

function TextActions() {
  const isProofreading = useTextTools((state) => state.isProofreading);
  const hasSelection = useTextTools((state) => state.selected !== '');
  return (
    <>
      {hasSelection && !isProofreading ? (
        <CommandButton command={makeVariableCommand} variant="default" size="compact-xs" h={24} />
      ) : null}
      <CommandButton
        command={proofread}
        variant={isProofreading ? 'light' : 'subtle'}
        color={isProofreading ? 'indigo' : 'gray'}
        size="compact-xs"
        h={24}
        aria-pressed={isProofreading}
      />
    </>
  );
}

/** “2 problems”, “1 problem, 1 note”. */
export function sayProblems(problems: readonly TextProblem[]): string {
  const warnings = problems.filter(({ isWarning }) => isWarning).length;
  const notes = problems.length - warnings;
  const parts = [
    warnings > 0 ? formatCount(warnings, 'problem') : '',
    notes > 0 ? formatCount(notes, 'note') : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'No problems' : parts.join(', ');
}

function Counts({ report }: { readonly report: TextReport }) {
  const { text, finished, selection } = report;
  return (
    <Tooltip
      multiline
      position="top-end"
      openDelay={100}
      label={
        <>
          {selection ? <p>Selected: {sayCounts(selection)}.</p> : null}
          <p>Finished text: {sayCounts(finished)}.</p>
          <p>
            Tokens are counted as GPT-4o and newer OpenAI models do (o200k). Other models differ, usually by
            less than a fifth.
          </p>
        </>
      }
      w={340}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what the tooltip says has to be reachable by keyboard */}
      <span className={classes.counts} tabIndex={0}>
        {selection ? `Selected: ${sayCounts({ ...selection, tokens: null })}` : sayCounts(text)}
      </span>
    </Tooltip>
  );
}

function sayCounts({ characters, words, tokens }: TextCounts): string {
  const parts = [formatCount(characters, 'character'), formatCount(words, 'word')];
  if (tokens !== null) parts.push(`≈ ${formatCount(tokens, 'token')}`);
  return parts.join(' · ');
}
