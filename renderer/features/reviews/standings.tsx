import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { Banner } from '../../components/banner.tsx';
import { RefusableButton } from '../../components/refusable-button.tsx';
import { useRefusal } from '../../components/refusal-context.ts';
import { useCompare } from '../compare/compare-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import type { Standing } from './describe-standing.ts';

interface StandingsProps {
  readonly place: PromptPlace;
  readonly version: number;
  readonly standings: readonly Standing[];
}

/** What has happened to a review, each with the step that comes next for this user. */
export function Standings({ place, version, standings }: StandingsProps) {
  return standings.map((standing) => (
    <Banner
      key={standing.kind}
      tone={standing.tone}
      title={standing.title}
      actions={<NextStep place={place} version={version} standing={standing} />}
    >
      {standing.text}
    </Banner>
  ));
}

interface NextStepProps {
  readonly place: PromptPlace;
  readonly version: number;
  readonly standing: Standing;
}

function NextStep({ place, version, standing }: NextStepProps) {
  const refusal = useRefusal('editor');
  const { openPrompt, openReview, openDialog } = useNavigation.getState();
  const step = (label: string, run: () => void, why: string | null = null) => (
    <RefusableButton variant="default" h={28} refusal={why} onClick={run}>
      {label}
    </RefusableButton>
  );
  const request = (wanted: number) => () => {
    openPrompt(place.prompt, 'promotion');
    openDialog('promote', String(wanted));
  };
  const { kind, version: other = version } = standing;
  switch (kind) {
    case 'stable-moved':
      return step('Ask again', request(other), refusal);
    case 'changes-requested':
      return step('Edit', () => openPrompt(place.prompt, 'edit'), refusal);
    case 'withdrawn':
      if (other === version) return null;
      return step(`Review v${other}`, () => openReview({ prompt: place.prompt, version: other }));
    case 'other-request':
      return step(`Review v${other}`, () => openReview({ prompt: place.prompt, version: other }));
    case 'newer-version':
      if (refusal === null) return step(`Request promotion of v${other}`, request(other));
      return step(`See what v${other} changes`, () => {
        useCompare.getState().choose(place, { from: String(version), to: String(other) });
        openPrompt(place.prompt, 'compare');
      });
    default:
      return null;
  }
}
