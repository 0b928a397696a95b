import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/**
 * Names in the page what the program needs first, so that the browser fetches all of it at once instead of one part
 * after the other: the program, the editor, their styles, and the letters of the interface.
 */
export function preloadParts(): Plugin {
  return {
    name: 'promptforge-preload-parts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const parts = Object.values(bundle ?? {});
        const chunks = ['main', 'monaco-runtime'].map((name) => findChunk(parts, name));
        const font = parts.find(({ fileName }) => /inter-latin-wght-normal.*\.woff2$/.test(fileName));
        // One import that is no type would bring them into what the first screen waits for.
        const first = parts.filter(({ fileName }) => isFirst(chunks[0], fileName));
        for (const heavy of ['monaco-editor', 'zod']) {
          const isIn = first.some((part) => part.type === 'chunk' && holds(part, heavy));
          if (isIn) throw new Error(`${heavy} is in the program’s first part.`);
        }
        if (!font) throw new Error('The letters of the interface are not in the build.');
        return [
          {
            tag: 'link',
            attrs: { ...linkTo(font.fileName), rel: 'preload', as: 'font', type: 'font/woff2' },
          },
          ...chunks.flatMap((chunk) => [
            ...[chunk.fileName, ...chunk.imports].map((file) => ({
              tag: 'link',
              attrs: { ...linkTo(file), rel: 'modulepreload' },
            })),
            ...[...(chunk.viteMetadata?.importedCss ?? [])].map((file) => ({
              tag: 'link',
              attrs: { ...linkTo(file), rel: 'preload', as: 'style' },
            })),
          ]),
        ] satisfies HtmlTagDescriptor[];
      },
    },
  };
}

const isFirst = (program: Rolldown.OutputChunk | undefined, fileName: string) =>
  program?.fileName === fileName || program?.imports.includes(fileName);

const holds = (chunk: Rolldown.OutputChunk, library: string) =>
  chunk.moduleIds.some((id) => id.includes(`/node_modules/${library}/`));

const linkTo = (fileName: string) => ({ href: `./${fileName}`, crossorigin: true });

function findChunk(parts: readonly (Rolldown.OutputAsset | Rolldown.OutputChunk)[], name: string) {
  const found = parts.find((part) => part.type === 'chunk' && part.name === name);
  if (found?.type !== 'chunk') throw new Error(`The build has no part “${name}”.`);
  return found;
}
