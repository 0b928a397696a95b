import { Fragment } from 'react';
import { type DiffPart, diffWords, replaceWhole } from '#core/domain/diff/diff-words.ts';
import { createWordReader } from '#core/domain/diff/words.ts';
import type { MergePart } from '#core/domain/merge/merge-texts.ts';
import type { Typography } from '../../theme/typography.ts';
import { ConflictCard } from './conflict-card.tsx';
import type { MergeChoices } from './merge-choices.ts';
import classes from './merge-form.module.css';
import { UnchangedText } from './unchanged-text.tsx';

interface MergedTextProps {
  readonly parts: readonly MergePart[];
  readonly choices: MergeChoices;
  readonly author: string;
  readonly typography: Typography;
  readonly onChange: (change: Partial<MergeChoices>) => void;
}

/** The merged text to be read, with every change marked and every place that has to be decided as a card. */
export function MergedText({ parts, choices, author, typography, onChange }: MergedTextProps) {
  const { leftOut } = choices;
  const places = parts.flatMap(({ kind }, index) => (kind === 'conflict' ? [index] : []));
  return (
    <section
      aria-label="Merged text"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className={classes.text}
      style={{ fontFamily: typography.family }}
    >
      {parts.map((part, index) => {
        const key = `${index}-${part.kind}`;
        if (part.kind === 'same') return <UnchangedText key={key} text={part.text} />;
        if (part.kind === 'conflict') {
          return (
            <ConflictCard
              key={key}
              number={places.indexOf(index) + 1}
              conflict={part}
              wording={choices.wordings[index] ?? null}
              ownText={choices.ownTexts[index] ?? null}
              author={author}
              onChoose={(wording) => onChange({ wordings: { ...choices.wordings, [index]: wording } })}
              onWrite={(text) => onChange({ ownTexts: { ...choices.ownTexts, [index]: text } })}
            />
          );
        }
        return (
          <MergedChange
            key={key}
            part={part}
            author={author}
            isLeftOut={leftOut[index] ?? false}
            onToggle={() => onChange({ leftOut: { ...leftOut, [index]: !leftOut[index] } })}
          />
        );
      })}
    </section>
  );
}

interface MergedChangeProps {
  readonly part: Extract<MergePart, { readonly kind: 'mine' | 'theirs' | 'both' }>;
  readonly author: string;
  readonly isLeftOut: boolean;
  readonly onToggle: () => void;
}

/** A change of one side, which may be left out. What both did alike is simply so. */
function MergedChange({ part: { kind, base, text }, author, isLeftOut, onToggle }: MergedChangeProps) {
  const who = kind === 'mine' ? 'You' : kind === 'theirs' ? author : `You and ${author}`;
  const [gone, come] = isLeftOut ? [text, base] : [base, text];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button would break the lines of the text around it
    <span
      role="button"
      tabIndex={0}
      aria-pressed={!isLeftOut}
      title={`${who}: ${describeChange(base, text)}. Press to ${isLeftOut ? 'take it over' : 'leave it out'}.`}
      className={classes.change}
      data-left-out={isLeftOut || undefined}
      onClick={onToggle}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onToggle();
      }}
    >
      {compareWords(gone, come).map((word, index) => {
        const key = `${index}-${word.kind}`;
        if (word.kind === 'same') return <Fragment key={key}>{word.text}</Fragment>;
        if (word.kind === 'added') {
          return (
            <ins key={key} className={kind === 'theirs' ? classes.theirs : classes.mine}>
              {word.text}
            </ins>
          );
        }
        return (
          <del key={key} className={classes.removed}>
            {word.text}
          </del>
        );
      })}
    </span>
  );
}

/** How much work goes into the words of one change. */
const steps = 50_000;

/** What changed, as words in their sentence where that can be read. */
function compareWords(gone: string, come: string): readonly DiffPart[] {
  const { read } = createWordReader();
  return diffWords(read(gone), read(come), { steps }) ?? replaceWhole(gone, come);
}

function describeChange(base: string, text: string): string {
  if (base === '') return `added “${text.trim()}”`;
  return text === '' ? `took out “${base.trim()}”` : `“${base.trim()}” became “${text.trim()}”`;
}
