import { type Names, type Prepared, refusal } from './play.ts';
import { type ModelMember, type Registry, stableOf } from './registry-model.ts';
import type { Step } from './steps.ts';

/** The rules of creating, saving, archiving and fetching prompts; `null` for a step that is something else. */
export function preparePromptStep(
  { prompts }: Registry,
  member: ModelMember,
  step: Step,
  { folder }: Names,
): Prepared | null {
  if (!('prompt' in step)) return null;
  const name = `${folder}/p${step.prompt}`;
  const path = `/prompts/${encodeURIComponent(name)}`;
  const prompt = prompts.get(name);
  const noPrompt = refusal(404, 'prompt-not-found');
  switch (step.call) {
    case 'create': {
      const content = `${name} 1 “ä”`;
      return {
        method: 'POST',
        path: '/prompts',
        body: { name, content },
        needs: 'editor',
        decide: () => {
          if (prompt) return refusal(409, 'prompt-exists');
          const versions = [{ content, author: member }];
          prompts.set(name, { versions, stables: [], archived: false });
          return { status: 201, event: 'prompt.created' };
        },
      };
    }
    case 'save': {
      const latest = prompt?.versions.length ?? 1;
      const baseVersion = { right: latest, low: Math.max(1, latest - 1), high: latest + 1, none: 1 }[
        step.base
      ];
      const content = `${name} ${latest + 1}\r\n${'x'.repeat(latest * 7)}`;
      return {
        method: 'POST',
        path: `${path}/versions`,
        body: { content, baseVersion },
        needs: 'editor',
        decide: () => {
          if (!prompt) return noPrompt;
          if (baseVersion < latest) return refusal(409, 'version-conflict');
          if (baseVersion > latest) return refusal(404, 'version-not-found');
          prompt.versions.push({ content, author: member });
          return { status: 201, event: 'version.created' };
        },
      };
    }
    case 'archive': {
      const { archived } = step;
      return {
        method: 'PATCH',
        path: `${path}/details`,
        body: { archived },
        needs: 'editor',
        decide: () => {
          if (!prompt) return noPrompt;
          const isChange = prompt.archived !== archived;
          prompt.archived = archived;
          return isChange ? { status: 200, event: 'prompt.updated' } : { status: 200 };
        },
      };
    }
    case 'resolve': {
      const { version } = step;
      return {
        method: 'POST',
        path,
        body: { version },
        needs: 'app',
        decide: () => {
          if (!prompt) return noPrompt;
          const latest = prompt.versions.length;
          const number = version === 'stable' ? stableOf(prompt) : version === 'latest' ? latest : version;
          if (number === null) return refusal(404, 'channel-empty');
          const found = prompt.versions[number - 1];
          return found ? { status: 200, text: found.content } : refusal(404, 'version-not-found');
        },
      };
    }
    default:
      return null;
  }
}
