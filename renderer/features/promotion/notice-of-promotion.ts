import type { Promotion } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { usePromotions } from './promotions-store.ts';

/** Says what became of a wish to move `stable`, and offers the opposite. */
export function noticeOfPromotion(place: PromptPlace, promotion: Promotion, title: string): void {
  const { version, status, kind, baseStable, missing } = promotion;
  if (status !== 'applied') {
    useNotices.getState().show({
      tone: 'neutral',
      about: placeKey(place),
      title: `The promotion of v${version} of ${title} is requested`,
      message: missing.join(' ') || 'A promoter can apply it now.',
      action: { label: 'Undo', run: () => void withdraw(place, promotion, title) },
    });
    return;
  }
  useNotices.getState().show({
    tone: 'success',
    about: placeKey(place),
    title:
      kind === 'rollback'
        ? `Stable of ${title} is back at v${version}`
        : `v${version} of ${title} is stable now`,
    message: 'Applications get it with their next call.',
    // Where nothing was stable before there is no way back.
    action:
      baseStable === null
        ? undefined
        : {
            label: 'Undo',
            run() {
              useNavigation.getState().openPrompt(place.prompt, 'promotion');
              useNavigation.getState().openDialog('roll-back', String(baseStable));
            },
          },
  });
}

async function withdraw(place: PromptPlace, { id, version }: Promotion, title: string): Promise<void> {
  try {
    await usePromotions.getState().withdraw(place, id);
    useNotices.getState().show({ tone: 'neutral', title: `v${version} of ${title}: withdrawn` });
  } catch (thrown) {
    useNotices.getState().showError(toBridgeError(thrown));
  }
}
