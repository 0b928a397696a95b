import { useEffect, useRef } from 'react';
import type { Comment, PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { Promotion } from '#core/contract/shapes.ts';
import { Initials } from '../../components/initials.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { formatDateTime } from '../../format/dates.ts';
import classes from './discussion.module.css';
import { usePassages } from './passages-store.ts';

/** Everything that was said and decided on a request, oldest first. */
export function Discussion({ review }: { readonly review: PromotionDetails }) {
  const entries = [
    ...review.reviews.map((given) => ({ at: given.createdAt, id: given.id, given })),
    ...review.comments.map((comment) => ({ at: comment.createdAt, id: comment.id, comment })),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const list = useRef<HTMLOListElement>(null);
  const known = useRef(entries.length);
  useEffect(() => {
    if (entries.length > known.current) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
    known.current = entries.length;
  }, [entries.length]);
  return (
    <section aria-label="Discussion" className={classes.discussion}>
      <ol className={classes.list} ref={list}>
        <li className={classes.entry}>
          <Initials name={review.requestedBy.name} />
          <div className={classes.words}>
            <p className={classes.who}>
              <strong>{review.requestedBy.name}</strong> asked to promote v{review.version} ·{' '}
              <TimeAgo time={review.createdAt} />
            </p>
            {review.note ? <p className={classes.said}>{review.note}</p> : null}
          </div>
        </li>
        {entries.map((entry) =>
          'given' in entry ? (
            <Decision key={entry.id} given={entry.given} review={review} />
          ) : (
            <Said key={entry.id} comment={entry.comment} />
          ),
        )}
      </ol>
    </section>
  );
}

interface DecisionProps {
  readonly given: Promotion['reviews'][number];
  readonly review: PromotionDetails;
}

/** Who decided what, and on exactly which text. */
function Decision({ given, review }: DecisionProps) {
  const { candidate, baseStable, version } = review;
  const isApproval = given.decision === 'approve';
  const isVoid = given.counts === false || (isApproval && review.status === 'superseded');
  return (
    <li className={classes.entry} data-decision={isVoid ? 'void' : given.decision}>
      <Initials name={given.member.name} />
      <div className={classes.words}>
        <p className={classes.who}>
          <strong>{given.member.name}</strong> {isApproval ? `approved v${version}` : 'asked for changes'} ·{' '}
          <TimeAgo time={given.createdAt} />
        </p>
        {isApproval ? (
          <p className={classes.exactly}>
            {isVoid ? 'No longer counts. It was for ' : 'For '}
            exactly the text that {candidate.author.name} saved, {formatDateTime(candidate.createdAt)},{' '}
            {baseStable === null ? 'as the first stable.' : `in place of stable v${baseStable}.`}
          </p>
        ) : isVoid ? (
          <p className={classes.exactly}>No longer counts.</p>
        ) : null}
        {given.comment ? <p className={classes.said}>{given.comment}</p> : null}
      </div>
    </li>
  );
}

/** A comment; where it is about a passage, its words lead there. */
function Said({ comment }: { readonly comment: Comment }) {
  const { id, member, quote, text, createdAt } = comment;
  const isCurrent = usePassages((state) => state.current === id);
  const isInText = usePassages((state) => state.places.has(id));
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li ref={entry} className={classes.entry} data-current={isCurrent || undefined}>
      <Initials name={member.name} />
      <div className={classes.words}>
        <p className={classes.who}>
          <strong>{member.name}</strong> · <TimeAgo time={createdAt} />
        </p>
        {quote === null ? null : isInText ? (
          <button
            type="button"
            className={classes.quote}
            title="Show these words in the text"
            onClick={() => usePassages.getState().show(id)}
          >
            {quote}
          </button>
        ) : (
          <blockquote className={classes.quote} title="These words are not in the text as it is shown now">
            {quote}
          </blockquote>
        )}
        <p className={classes.said}>{text}</p>
      </div>
    </li>
  );
}
