import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AuditedInterval } from '#core/contract/audit-shapes.ts';
import type { StableInterval } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { Initials } from '../../components/initials.tsx';
import { formatExactTime } from '../../format/dates.ts';
import { formatNote } from '../../format/format-note.ts';
import { useCompare } from '../compare/compare-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import classes from './how-it-came.module.css';

interface HowItCameProps {
  readonly place: PromptPlace;
  readonly served: AuditedInterval;
  readonly next: StableInterval | null;
}

/** Who wrote, asked, approved and promoted, in order and in their own words, and what it replaced. */
export function HowItCame({ place, served, next }: HowItCameProps) {
  const { interval, promotion } = served;
  const { candidate, baseline, comments, reviews, kind, evaluation } = promotion;
  const isRollback = kind === 'rollback';
  const tested = isRollback || !evaluation || evaluation.createdAt > interval.since ? [] : [evaluation];
  const said = [
    ...reviews.map((review) => ({
      ...{
        id: review.id,
        at: review.createdAt,
        who: review.member.name,
        words: review.comment,
        passage: null,
      },
      what: review.decision === 'approve' ? 'approved' : 'asked for changes',
      isExact: review.contentHash === candidate.contentHash,
    })),
    ...comments.map((comment) => ({
      ...{ id: comment.id, at: comment.createdAt, who: comment.member.name, words: comment.text },
      ...{ passage: comment.quote, what: 'commented', isExact: null },
    })),
    ...tested.map(({ id, by, createdAt, passed }) => ({
      ...{ id, at: createdAt, who: by.name, words: '', passage: null, isExact: null },
      what: passed ? 'ran the test inputs: all passed' : 'ran the test inputs: not all passed',
    })),
  ].toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const compare = (from: number, to: number) => {
    useCompare.getState().choose(place, { from: String(from), to: String(to) });
    useNavigation.getState().openPrompt(place.prompt, 'compare');
  };
  const show = (version: number) => {
    useVersions.getState().select(place, version);
    useNavigation.getState().openPrompt(place.prompt, 'history');
  };
  return (
    <section aria-label="How it came" className={classes.panel}>
      <h2>How it came</h2>
      <ol className={classes.steps}>
        <Step
          who={candidate.author.name}
          what="wrote it"
          at={candidate.createdAt}
          words={formatNote(candidate.note)}
        />
        {isRollback ? null : (
          <Step
            who={promotion.requestedBy.name}
            what="asked for its promotion"
            at={promotion.createdAt}
            words={formatNote(promotion.note)}
          />
        )}
        {said.map(({ id, isExact, ...step }) => (
          <Step key={id} {...step}>
            {isExact === null ? null : (
              <p className={classes.exact}>
                {isExact ? 'For exactly this text, byte for byte.' : 'For another text.'}
              </p>
            )}
          </Step>
        ))}
        {!isRollback && reviews.length === 0 ? (
          <li className={classes.nobody}>Nobody reviewed it: the policy did not ask for an approval.</li>
        ) : null}
        <Step
          who={(promotion.appliedBy ?? promotion.requestedBy).name}
          what={isRollback ? 'rolled back to it' : 'promoted it'}
          at={interval.since}
          words={isRollback ? formatNote(promotion.note) : ''}
        />
      </ol>
      <div className={classes.neighbours}>
        {baseline ? (
          <p>
            It replaced v{baseline.version}.{' '}
            <Button
              variant="light"
              h={26}
              px={8}
              fz={12}
              onClick={() => compare(baseline.version, candidate.version)}
            >
              What changed
            </Button>
          </p>
        ) : (
          <p>It replaced nothing: no version was stable before.</p>
        )}
        {next ? (
          <p>
            {next.promotion.kind === 'rollback' ? 'Rolled back to' : 'Replaced by'} v{next.version} on{' '}
            {formatExactTime(next.since)} by {(next.promotion.appliedBy ?? next.promotion.requestedBy).name}
            {next.promotion.note ? <>: “{formatNote(next.promotion.note)}”</> : '.'}
          </p>
        ) : null}
        <p>
          <Button variant="subtle" h={26} px={8} fz={12} ml={-8} onClick={() => show(candidate.version)}>
            Open v{candidate.version} in History
          </Button>
        </p>
      </div>
    </section>
  );
}

interface StepProps {
  readonly who: string;
  readonly what: string;
  readonly at: string;
  readonly words: string;
  readonly passage?: string | null;
  readonly children?: ReactNode;
}

function Step({ who, what, at, words, passage = null, children }: StepProps) {
  return (
    <li className={classes.step}>
      <Initials name={who} />
      <div className={classes.body}>
        <p>
          <strong>{who}</strong> {what}
        </p>
        <p className={classes.time}>
          <time dateTime={at}>{formatExactTime(at)}</time>
        </p>
        {passage ? <p className={classes.passage}>“{passage}”</p> : null}
        {words ? <p className={classes.words}>{words}</p> : null}
        {children}
      </div>
    </li>
  );
}
