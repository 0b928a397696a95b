import type { PromptSummary } from '#core/contract/shapes.ts';

/** A prompt as a Markdown file that says in its head what it is; importing it gives the same text again. */
export function formatMarkdown(
  prompt: Pick<PromptSummary, 'name' | 'title' | 'description' | 'tags'>,
  content: string,
): string {
  // JSON's strings and lists are YAML's as well.
  const head = [
    `title: ${JSON.stringify(prompt.title)}`,
    `name: ${prompt.name}`,
    ...(prompt.description === '' ? [] : [`description: ${JSON.stringify(prompt.description)}`]),
    ...(prompt.tags.length === 0 ? [] : [`tags: ${JSON.stringify(prompt.tags)}`]),
  ];
  return `---\n${head.join('\n')}\n---\n\n${content}`;
}

/** `legal/refund` → `legal-refund-v3.md`. */
export function fileNameOf(name: string, version: number, extension: 'txt' | 'md'): string {
  return `${name.replaceAll('/', '-')}-v${version}.${extension}`;
}
