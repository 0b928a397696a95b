import { describeErrorInFull } from '../../bridge/describe-error.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { formatCount } from '../../format/counts.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import classes from './library-panel.module.css';
import { useLibrary } from './library-store.ts';
import { useLibraryView } from './library-view-store.ts';
import { ListOptions } from './list-options.tsx';
import { PromptList } from './prompt-list.tsx';
import { useSearch } from './search-store.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useSelection } from './selection-store.ts';
import { type ListedRows, useListRows } from './use-list-rows.ts';

const readOn = () => useSearch.getState().loadMore();
const doNothing = () => undefined;

/** The list of prompts in the sidebar, or what stands in its place. */
export function LibraryPanel() {
  const connection = useConnections((state) => state.currentId);
  const error = useLibrary((state) => state.errors[connection]);
  const load = useLibrary((state) => state.load);
  const tag = useLibraryView((state) => state.tag);
  const openPrompt = useNavigation((state) => (state.view === 'prompts' ? state.prompt : null));
  const listed = useListRows();
  const isSelecting = useSelection((state) => state.connection === connection);

  if (!listed) {
    if (!error) return <SkeletonLines count={8} label="The prompts are being loaded" />;
    return (
      <div className={classes.note} role="alert">
        {describeErrorInFull(error)}
        <button type="button" className={classes.retry} onClick={() => void load(connection)}>
          Try again
        </button>
      </div>
    );
  }
  const { rows, words, found } = listed;
  const isSearching = words.length > 0;
  return (
    <>
      <ListOptions summary={describeListed(listed)} isSelecting={isSelecting} />
      {isSelecting ? <SelectionBar listed={listed.prompts} /> : null}
      {rows.length > 0 ? (
        <PromptList
          key={isSearching ? 'search' : `library ${connection}`}
          connection={connection}
          rows={rows}
          words={words}
          listed={listed.prompts}
          isSelecting={isSelecting}
          openPrompt={openPrompt}
          onEndReached={isSearching ? readOn : doNothing}
        />
      ) : isSearching && found === null ? null : (
        <div className={classes.note}>
          {describeNothing(isSearching, tag)}
          {isSearching || tag !== null ? <ShowAll isSearching={isSearching} /> : null}
        </div>
      )}
    </>
  );
}

function ShowAll({ isSearching }: { readonly isSearching: boolean }) {
  const showAll = () => {
    if (isSearching) useLibrary.getState().setQuery('');
    else useLibraryView.getState().change({ tag: null });
  };
  return (
    <button type="button" className={classes.retry} onClick={showAll}>
      {isSearching ? 'Clear the search' : 'Show all tags'}
    </button>
  );
}

function describeListed({ rows, words, found, total, isPartial }: ListedRows): string {
  if (words.length === 0) return formatCount(total, 'prompt');
  if (isPartial) return `${found} found, texts not searched`;
  return found === null ? `${rows.length > 0 ? 'Best matches first' : 'Searching…'}` : `${found} found`;
}

function describeNothing(isSearching: boolean, tag: string | null): string {
  const where = tag === null ? '' : ` with the tag “${tag}”`;
  if (isSearching) return `No prompt${where} has all of these words, in its text or elsewhere.`;
  return tag === null ? 'There are no prompts yet.' : `There is no prompt${where}.`;
}
