/** What an event says of why; nothing where nobody gave a reason. */
export function giveReason(reason: string | undefined): { readonly reason?: string } {
  const given = reason?.trim() ?? '';
  return given === '' ? {} : { reason: given };
}
