import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { placeKey } from '../connections/connections-store.ts';
import { useLibrary } from '../library/library-store.ts';
import { useEditor } from './editor-store.ts';

/** What stands in a prompt's place while it is being opened, or where it cannot be. */
export function NotOpened({ place }: { readonly place: PromptPlace }) {
  const error = useEditor((state) => state.errors[placeKey(place)]);
  if (!error) return <SkeletonLines count={10} label="The prompt is being loaded" />;
  const tryAgain = () => {
    void useEditor.getState().open(place);
    void useLibrary.getState().refresh(place);
  };
  return (
    <ErrorNote title={describeError(error).title} onRetry={tryAgain}>
      {describeErrorInFull(error)}
    </ErrorNote>
  );
}
