import classes from './skeleton-lines.module.css';

const widths = [62, 88, 74, 93, 55, 81, 69, 90];

/** Quiet bars in place of text that is on its way. */
export function SkeletonLines({ count, label }: { readonly count: number; readonly label: string }) {
  return (
    <div className={classes.root} role="status" aria-label={label}>
      {Array.from({ length: count }, (_, index) => widths[index % widths.length] ?? 80).map(
        (width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no identity
          <span key={index} className={classes.line} style={{ width: `${width}%` }} />
        ),
      )}
    </div>
  );
}
