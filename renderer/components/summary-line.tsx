/** The summary of a comparison as a sentence, with the names of variables set apart. */
export function SummaryLine({ summary }: { readonly summary: string }) {
  if (summary === 'no change') return 'No differences';
  const [first = '', ...rest] = summary.split('`');
  return (
    <>
      {first.slice(0, 1).toUpperCase() + first.slice(1)}
      {rest.map((piece, index) =>
        // Every second piece is the name of a variable.
        index % 2 === 0 ? <strong key={piece}>{piece}</strong> : piece,
      )}
    </>
  );
}
