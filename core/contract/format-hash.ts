/**
 * Writes the hash of a text as the API has it: `sha256:` and the digest. Each side takes the digest by its own means.
 *
 * @param hexDigest the SHA-256 of the text's UTF-8
 */
export function formatHash(hexDigest: string): string {
  return `sha256:${hexDigest}`;
}
