export const maxPromptNameLength = 128;

const segment = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const pattern = new RegExp(`^${segment}(?:/${segment})*$`);

/** Lower-case letters, digits, `-`, and `/` for folders; every segment begins and ends with a letter or digit. */
export function isPromptName(name: string): boolean {
  return name.length <= maxPromptNameLength && pattern.test(name);
}

/** The folder of a prompt: everything before the last `/`, empty at the top. */
export function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

/** Proposes a valid name for a title, for example “Refund policy (EU)” → `refund-policy-eu`. May be empty. */
export function suggestPromptName(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9/]+/g, '-')
    .split('/')
    .map((part) => part.replace(/^-+|-+$/g, ''))
    .filter((part) => part.length > 0)
    .join('/')
    .slice(0, maxPromptNameLength)
    .replace(/[-/]+$/, '');
}

/**
 * The name that a prompt gets after its title, without a folder. A title without a Latin letter gets one that is always
 * the same; an empty one gets none.
 */
export function nameForTitle(title: string): string {
  const name = suggestPromptName(title.replaceAll('/', '-'));
  return name === '' && title.trim() !== '' ? `prompt-${shortHash(title.trim())}` : name;
}

function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
