/** The ETag of a list of test inputs, of the hash by which evaluations know it. */
export function toInputsTag(inputsHash: string): string {
  return `"${inputsHash}"`;
}
