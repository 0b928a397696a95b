import { Button } from '@mantine/core';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { Banner } from '../../components/banner.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { formatCount } from '../../format/counts.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from '../editor/editor-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { compareSaved } from './commands.ts';
import { type PromptNews, useNews } from './news-store.ts';

/** Says in a line what others did to the open prompt: who, what and when, with what changed a click away. */
export function NewsBanner({ place }: { readonly place: PromptPlace }) {
  const key = placeKey(place);
  const news = useNews((state) => state.news[key]);
  const latest = useVersions((state) => state.lists[key]?.[0]);
  // Where text was typed, the banner of the document says it, with what to do.
  const isSaidElsewhere = useEditor((state) => {
    const document = state.documents[key];
    return document?.newer != null || document?.conflict != null;
  });
  if (!news) return null;
  const isLatest = latest === undefined || latest.version <= (news.saved?.version ?? 0);
  const saved = isSaidElsewhere || !isLatest ? null : news.saved;
  return (
    <>
      {saved ? (
        <Banner
          tone="neutral"
          actions={
            <>
              <Button variant="default" h={28} onClick={() => compareSaved(place)}>
                Compare
              </Button>
              <Dismiss place={place} />
            </>
          }
        >
          {saved.by} saved v{saved.version}{' '}
          {latest?.version === saved.version ? <TimeAgo time={latest.createdAt} /> : null}
          {describeSeen(saved)}
        </Banner>
      ) : null}
      {news.stable ? (
        <Banner
          tone="neutral"
          actions={
            <>
              <Button variant="default" h={28} onClick={() => useNavigation.getState().openTab('promotion')}>
                Show
              </Button>
              <Dismiss place={place} />
            </>
          }
        >
          {news.stable.by}{' '}
          {news.stable.isRollback
            ? `rolled stable back to v${news.stable.version}`
            : `promoted v${news.stable.version} to stable`}{' '}
          <TimeAgo time={news.stable.at} />.
        </Banner>
      ) : null}
    </>
  );
}

function Dismiss({ place }: { readonly place: PromptPlace }) {
  return (
    <Button variant="subtle" h={28} onClick={() => useNews.getState().dismiss(place)}>
      Dismiss
    </Button>
  );
}

function describeSeen({ from, version }: NonNullable<PromptNews['saved']>): string {
  const count = version - from;
  return count === 1 ? '.' : `; ${formatCount(count, 'version')} since you last looked.`;
}
