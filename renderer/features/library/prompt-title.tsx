import { useRef } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { useRefusal } from '../../components/refusal-context.ts';
import { renameOpenPrompt } from './commands.ts';
import { useLibraryView } from './library-view-store.ts';
import classes from './prompt-title.module.css';
import { RenameField } from './rename-field.tsx';

interface PromptTitleProps {
  readonly place: PromptPlace;
  readonly title: string;
}

/** The title of the open prompt: a click changes it in its place. */
export function PromptTitle({ place, title }: PromptTitleProps) {
  const isRenaming = useLibraryView((state) => state.renamingTitle === place.prompt);
  const mayRename = useRefusal(renameOpenPrompt.needs) === null;
  const button = useRef<HTMLButtonElement>(null);
  if (isRenaming) {
    return (
      <RenameField
        place={place}
        title={title}
        isLarge
        onDone={() => {
          useLibraryView.getState().change({ renamingTitle: null });
          requestAnimationFrame(() => button.current?.focus());
        }}
      />
    );
  }
  return (
    <h1 className={classes.title} title={title}>
      {mayRename ? (
        <button ref={button} type="button" className={classes.button} onClick={renameOpenPrompt.run}>
          {title}
        </button>
      ) : (
        <span className={classes.text}>{title}</span>
      )}
    </h1>
  );
}
