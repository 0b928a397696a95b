import type { PromptSummary } from '#core/contract/shapes.ts';

/** Where `latest` and `stable` are, for example “v5 · stable v3”. */
export function nameVersions({ latest, stable }: Pick<PromptSummary, 'latest' | 'stable'>): string {
  return stable === null ? `v${latest} · not promoted` : `v${latest} · stable v${stable}`;
}

/** The same for somebody who has never heard of stable. */
export function explainVersions({ latest, stable }: Pick<PromptSummary, 'latest' | 'stable'>): string {
  if (stable === null) {
    return `v${latest} is the newest version. Applications that ask for stable get nothing until a version is promoted.`;
  }
  if (stable === latest) return `v${latest} is the newest version, and stable: applications get it.`;
  return `v${latest} is the newest version. v${stable} is stable: applications get it until another one is promoted.`;
}
