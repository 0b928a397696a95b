import { Fragment } from 'react';
import type { DiffPart } from '#core/domain/diff/diff-words.ts';
import { type HeadedPiece, type LineState, splitHeadings } from '../../format/split-headings.ts';
import { headingClass } from '../headed-text.tsx';
import type { RowMark } from './placed-passages.ts';
import classes from './prose-diff.module.css';

const variable = /(\{\{ *[A-Za-z_][A-Za-z0-9_.-]* *\}\})/;

interface MarkedPartsProps {
  readonly parts: readonly DiffPart[];
  /** One side of them alone, or both in one text. */
  readonly side?: 'from' | 'to' | undefined;
  /** Passages to mark beside the changes. */
  readonly marks?: readonly RowMark[] | undefined;
  /** The passage that stands out among them. */
  readonly currentMark?: string | null | undefined;
}

const noMarks: readonly RowMark[] = [];

/** A passage with its changes marked, for the eye and for a screen reader. */
export function MarkedParts({ parts, side, marks = noMarks, currentMark }: MarkedPartsProps) {
  const positions = { from: 0, to: 0 };
  let state: LineState = 'start';
  return parts.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    const isShown = side === undefined || kind !== (side === 'to' ? 'removed' : 'added');
    const { pieces, end: lineEnd } = splitHeadings(text, state);
    if (isShown) state = lineEnd;
    const local = marks.flatMap((mark) => {
      if (side !== undefined && mark.side !== side) return [];
      if (kind === (mark.side === 'to' ? 'removed' : 'added')) return [];
      const start = Math.max(0, mark.start - positions[mark.side]);
      const end = Math.min(text.length, mark.end - positions[mark.side]);
      return start < end ? [{ id: mark.id, start, end }] : [];
    });
    if (kind !== 'added') positions.from += text.length;
    if (kind !== 'removed') positions.to += text.length;
    if (!isShown) return null;
    const content = <Passages key={key} pieces={pieces} marks={local} current={currentMark ?? null} />;
    if (kind === 'same') return content;
    if (kind === 'removed') {
      return (
        <del key={key} className={classes.removed}>
          {content}
        </del>
      );
    }
    return (
      <ins key={key} className={classes.added}>
        {content}
      </ins>
    );
  });
}

interface PassagesProps {
  readonly pieces: readonly HeadedPiece[];
  readonly marks: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  readonly current: string | null;
}

/** A text in which some passages are marked; where two of them meet, the one that stands out shows. */
function Passages({ pieces, marks, current }: PassagesProps) {
  let start = 0;
  return pieces.map(({ text, isHeading }) => {
    const from = start;
    start += text.length;
    const local = marks.map((mark) => ({
      id: mark.id,
      start: Math.max(0, mark.start - from),
      end: Math.min(text.length, mark.end - from),
    }));
    const piece = { text, marks: local.filter((mark) => mark.start < mark.end), current };
    if (!isHeading) return <MarkedPiece key={from} {...piece} />;
    return (
      <span key={from} className={headingClass}>
        <MarkedPiece {...piece} />
      </span>
    );
  });
}

function MarkedPiece({ text, marks, current }: Omit<PassagesProps, 'pieces'> & { readonly text: string }) {
  if (marks.length === 0) return <Text text={text} />;
  const cuts = [0, text.length, ...marks.flatMap((mark) => [mark.start, mark.end])];
  const edges = [...new Set(cuts)].sort((one, other) => one - other);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    const here = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const mark = here.find(({ id }) => id === current) ?? here[0];
    const piece = <Text text={text.slice(start, end)} />;
    if (!mark) return <Fragment key={start}>{piece}</Fragment>;
    return (
      <mark
        key={start}
        className={classes.passage}
        data-passage={mark.id}
        data-current={mark.id === current || undefined}
      >
        {piece}
      </mark>
    );
  });
}

function Text({ text }: { readonly text: string }) {
  if (!text.includes('{{')) return text;
  return text.split(variable).map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name.
      <span key={index} className={classes.variable}>
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
