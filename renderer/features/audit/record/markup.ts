/** A piece of HTML that may be put into a page as it is. Only this file makes one. */
class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

export type { Markup };

/** A style sheet of our own for a page. */
export function styleSheet(source: string): Markup {
  if (source.includes('<')) throw new Error('A style sheet has no markup.');
  return new Markup(source);
}

type Content = string | number | null | Markup | readonly Markup[];

/** Writes HTML. What is put in is text, and only ever text, unless `html` has written it. */
export function html(pieces: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let source = pieces[0] ?? '';
  for (const [index, content] of contents.entries()) source += toSource(content) + (pieces[index + 1] ?? '');
  return new Markup(source);
}

function toSource(content: Content): string {
  if (content === null) return '';
  if (content instanceof Markup) return content.source;
  if (typeof content === 'object') return content.map((part) => part.source).join('');
  return escapeText(String(content));
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A reader of HTML would make a line feed of it, and the text would have another fingerprint.
  '\r': '&#13;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => escapes[character] ?? character);
}
