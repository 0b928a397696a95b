/** The address that was typed, with https:// where nothing is said of it; `null` while it is none. */
export function readRegistryAddress(typed: string): URL | null {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  const isPlain = url?.username === '' && url.password === '';
  return isPlain && /^https?:$/.test(url.protocol) ? url : null;
}
