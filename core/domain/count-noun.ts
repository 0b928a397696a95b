/** A number with its noun: “1 prompt”, “2 prompts”. */
export function countNoun(count: number, singular: string, many = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : many}`;
}
