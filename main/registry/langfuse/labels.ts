import type { Channel } from '#core/domain/version-reference.ts';

/** Where a prompt's channels are. */
interface Position {
  readonly latest: number;
  readonly stable: number | null;
}

/** The channel that a label means; `null` for a label that nothing here has. */
export function channelOf(label: string): Channel | null {
  switch (label) {
    case 'production':
    case 'stable':
      return 'stable';
    case 'latest':
      return 'latest';
    default:
      return null;
  }
}

/** The labels of a version, as Langfuse names them. */
export function labelsOf(version: number, { stable, latest }: Position): string[] {
  return [...(version === stable ? ['production'] : []), ...(version === latest ? ['latest'] : [])];
}
