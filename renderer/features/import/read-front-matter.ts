import { parse } from 'yaml';

/** What a Markdown file says of itself above its text. */
export interface FrontMatter {
  readonly title?: string;
  readonly name?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
}

export interface MarkdownText extends FrontMatter {
  /** Everything below. */
  readonly text: string;
  /** What else it says, which a prompt has no place for. */
  readonly unused: readonly string[];
  /** True where something stands above the text that looks like a head and cannot be read as one. */
  readonly hasBrokenHead?: boolean;
}

const known = ['title', 'name', 'description', 'tags'];

const pattern = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)?/;

const looksLikeFacts = /^(?:title|name|description|tags):/m;

/** Takes a Markdown file apart. What says nothing that a prompt has a place for stays text. */
export function readFrontMatter(source: string): MarkdownText {
  const match = pattern.exec(source);
  const facts = match ? readFacts(match[1] ?? '') : null;
  if (match && !facts && looksLikeFacts.test(match[1] ?? '')) {
    return { text: source, unused: [], hasBrokenHead: true };
  }
  if (!match || !facts || !known.some((name) => name in facts)) return { text: source, unused: [] };
  const { title, name, description, tags, ...others } = facts;
  return {
    text: source.slice(match[0].length),
    ...(isWords(title) ? { title: String(title) } : {}),
    ...(isWords(name) ? { name: String(name) } : {}),
    ...(isWords(description) ? { description: String(description) } : {}),
    ...(tags === undefined || tags === null ? {} : { tags: readTags(tags) }),
    unused: Object.keys(others),
  };
}

function readFacts(yaml: string): Record<string, unknown> | null {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 0 });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

const isWords = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/** Tags from a list, or from words with commas or semicolons between them. */
export function readTags(value: unknown): string[] {
  const words = Array.isArray(value) ? value.map(String) : String(value).split(/[,;]/);
  const cleaned = words.map((word) => word.trim().slice(0, 64)).filter((word) => word !== '');
  return [...new Set(cleaned)].slice(0, 50);
}
