import { Button } from '@mantine/core';
import type { Promotion, PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { Banner } from '../../components/banner.tsx';
import { RefusableButton } from '../../components/refusable-button.tsx';
import { useRefusal } from '../../components/refusal-context.ts';
import { namePeople } from '../../format/name-people.ts';
import { useNavigation } from '../shell/navigation-store.ts';

interface VoidRequestProps {
  readonly place: PromptPlace;
  readonly prompt: PromptSummary;
  readonly request: Promotion;
}

/** Says that a request came to nothing because `stable` moved, and with it which approvals, and leads on from there. */
export function VoidRequest({ place, prompt, request }: VoidRequestProps) {
  const refusal = useRefusal('editor');
  const { openReview, openDialog } = useNavigation.getState();
  const { version, baseStable, reviews } = request;
  const approving = reviews.filter(({ decision }) => decision === 'approve').map(({ member }) => member);
  const people = [...new Map(approving.map((member) => [member.id, member])).values()];
  const replaced = baseStable === null ? 'while nothing was stable' : `for replacing stable v${baseStable}`;
  return (
    <Banner
      tone="warning"
      title={`The request to promote v${version} is void: stable has moved to v${prompt.stable} meanwhile.`}
      actions={
        <>
          <Button variant="subtle" h={28} onClick={() => openReview({ prompt: place.prompt, version })}>
            Open review
          </Button>
          <RefusableButton
            variant="default"
            h={28}
            refusal={refusal}
            onClick={() => openDialog('promote', String(version))}
          >
            Ask again
          </RefusableButton>
        </>
      }
    >
      {people.length > 0 ? `So is the approval by ${namePeople(people, 'and')}: it was ${replaced}. ` : ''}A
      fresh review compares v{version} with what is stable now.
    </Banner>
  );
}

/**
 * The request of a prompt that waited last, where it is void because `stable` moved: not one for what is stable or
 * older by now, and not one that was made again since.
 *
 * @param all newest first
 */
export function findVoidRequest(
  all: readonly Promotion[],
  { name, stable }: Pick<PromptSummary, 'name' | 'stable'>,
): Promotion | null {
  const requests = all.filter(({ prompt, kind }) => prompt === name && kind === 'promotion');
  const last = requests.find(({ status }) => status !== 'applied');
  if (last?.status !== 'superseded' || last.version <= (stable ?? 0)) return null;
  return requests.find(({ version }) => version === last.version) === last ? last : null;
}
