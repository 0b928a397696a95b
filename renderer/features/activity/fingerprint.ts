/** An entry of the log by its number and hash: whoever keeps it can show later that the log was not written anew. */
export interface Fingerprint {
  readonly seq: number;
  readonly hash: string;
}

/** For example `1204:9c0d…`, as `promptforge verify --known` takes it. */
export function writeFingerprint({ seq, hash }: Fingerprint): string {
  return `${seq}:${hash}`;
}

/** Reads what `writeFingerprint` wrote, with spaces around it or not; `null` for anything else. */
export function readFingerprint(text: string): Fingerprint | null {
  const [, seq, hash] = /^\s*([1-9]\d{0,14})\s*:\s*([0-9a-f]{64})\s*$/i.exec(text) ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash: hash.toLowerCase() };
}
