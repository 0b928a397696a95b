/** “2 values are missing”, or that they do not fit, as far as some of them do not. */
export function sayMissing(names: readonly string[], unfit: readonly string[]): string {
  const misfits = names.filter((name) => unfit.includes(name)).length;
  const isOne = names.length === 1;
  const count = isOne ? '1 value' : `${names.length} values`;
  if (misfits === 0) return `${count} ${isOne ? 'is' : 'are'} missing`;
  if (misfits === names.length) return `${count} ${isOne ? 'does' : 'do'} not fit`;
  return `${count} are missing or do not fit`;
}
