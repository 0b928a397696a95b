const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

/** A size on the disk, for example “12.3 MB”. */
export function formatMegabytes(bytes: number): string {
  if (bytes > 0 && bytes < 50_000) return `under ${number.format(0.1)} MB`;
  return `${number.format(bytes / 1_000_000)} MB`;
}
