import { describeErrorInFull } from '../../bridge/describe-error.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { searchPrompts } from './group-prompts.ts';
import classes from './library-panel.module.css';
import { useLibrary } from './library-store.ts';
import { PromptList } from './prompt-list.tsx';

/** The list of prompts in the sidebar, or what stands in its place. */
export function LibraryPanel() {
  const connection = useConnections((state) => state.currentId);
  const prompts = useLibrary((state) => state.prompts[connection]);
  const error = useLibrary((state) => state.errors[connection]);
  const query = useLibrary((state) => state.query);
  const load = useLibrary((state) => state.load);
  const openPrompt = useNavigation((state) => (state.view === 'prompts' ? state.prompt : null));

  if (!prompts) {
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
  const found = searchPrompts(prompts, query);
  if (found.length === 0) {
    return (
      <p className={classes.note}>{query ? `No prompt matches “${query}”.` : 'There are no prompts yet.'}</p>
    );
  }
  return <PromptList connection={connection} prompts={found} openPrompt={openPrompt} />;
}
