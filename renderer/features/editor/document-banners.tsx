import { Button } from '@mantine/core';
import { useShallow } from 'zustand/react/shallow';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { Banner } from '../../components/banner.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { formatClock } from '../../format/dates.ts';
import { useCompare } from '../compare/compare-store.ts';
import { useLink } from '../connections/app-link-store.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useEditor } from './editor-store.ts';
import { hasChanges, type PromptDocument } from './prompt-document.ts';

/** What does not change with each letter. */
type Standing = Pick<
  PromptDocument,
  'base' | 'conflict' | 'draftError' | 'lostBase' | 'newer' | 'restoredFrom' | 'waiting'
> & { readonly isChanged: boolean };

interface BannersProps {
  readonly place: PromptPlace;
  readonly document: Standing;
}

/** What there is to say about the open text: a refused save, a newer version, a draft of earlier. */
export function DocumentBanners({ place }: { readonly place: PromptPlace }) {
  const document = useEditor(useShallow((state) => standingOf(state.documents[placeKey(place)])));
  return document ? <Banners place={place} document={document} /> : null;
}

function standingOf(document: PromptDocument | undefined): Standing | null {
  if (!document) return null;
  const { base, conflict, draftError, lostBase, newer, restoredFrom, waiting } = document;
  const isChanged = hasChanges(document);
  return { base, conflict, draftError, lostBase, newer, restoredFrom, waiting, isChanged };
}

function Banners({ place, document }: BannersProps) {
  const { dismissRestored, discardDraft } = useEditor.getState();
  const { conflict, newer, draftError, restoredFrom, base } = document;
  // The banner above the whole screen says it already.
  const isSaidElsewhere =
    useLink((state) => state.status !== 'open') && draftError?.code === 'app-unreachable';
  return (
    <>
      {draftError && !isSaidElsewhere ? (
        <Banner tone="danger" title={`${describeError(draftError).title}.`}>
          {describeErrorInFull(draftError)}
        </Banner>
      ) : null}
      {conflict ? <ConflictBanner place={place} document={document} conflict={conflict} /> : null}
      {!conflict && newer ? (
        <Banner tone="warning" actions={<MergeActions place={place} version={newer.version} />}>
          {newer.author.name} saved v{newer.version} <TimeAgo time={newer.createdAt} />. Your text is based on
          v{base.version}.
        </Banner>
      ) : null}
      {restoredFrom && !conflict && document.isChanged ? (
        <Banner
          tone="neutral"
          actions={
            <>
              <Button variant="subtle" h={28} onClick={() => discardDraft(place)}>
                Go back to v{base.version}
              </Button>
              <Button variant="subtle" h={28} onClick={() => dismissRestored(place)}>
                Dismiss
              </Button>
            </>
          }
        >
          Draft from {formatClock(restoredFrom)}, based on v{base.version}.
        </Banner>
      ) : null}
    </>
  );
}

interface ConflictBannerProps extends BannersProps {
  readonly conflict: NonNullable<Standing['conflict']>;
}

function ConflictBanner({ place, document, conflict: { theirs } }: ConflictBannerProps) {
  const { lostBase } = document;
  const saved = `${theirs.author.name} saved v${theirs.version} at ${formatClock(theirs.createdAt)}`;
  return (
    <Banner
      tone="warning"
      title={
        lostBase
          ? `v${lostBase.version}, which you began from, is not in the registry any more.`
          : `${saved}, while you were writing.`
      }
      actions={<MergeActions place={place} version={theirs.version} />}
    >
      {lostBase ? `The registry was set back or replaced; ${saved}. ` : ''}Nothing is lost:{' '}
      {document.waiting ? 'your saves wait on this machine.' : 'your text is kept as a draft.'}
    </Banner>
  );
}

function MergeActions({ place, version }: { readonly place: PromptPlace; readonly version: number }) {
  return (
    <>
      <Button variant="default" h={28} onClick={() => compareWithDraft(place, version)}>
        Compare
      </Button>
      <Button h={28} onClick={() => useNavigation.getState().openDialog('merge')}>
        Merge
      </Button>
    </>
  );
}

function compareWithDraft(place: PromptPlace, version: number): void {
  useCompare.getState().choose(place, { from: String(version), to: 'draft' });
  useNavigation.getState().openTab('compare');
}
