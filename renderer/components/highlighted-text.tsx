import classes from './highlighted-text.module.css';

interface HighlightedTextProps {
  readonly text: string;
  /** Sorted stretches of the text, in UTF-16 units, that do not overlap. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** A text in which the words that were searched for stand out. */
export function HighlightedText({ text, ranges }: HighlightedTextProps) {
  return (
    <>
      {ranges.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(ranges[index - 1]?.end ?? 0, start)}
          <mark className={classes.mark}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  );
}
