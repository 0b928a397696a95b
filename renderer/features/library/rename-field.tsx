import { useEffect, useRef, useState } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { renamePrompt } from './library-actions.ts';
import { useLibraryView } from './library-view-store.ts';
import classes from './rename-field.module.css';

interface RenameFieldProps {
  readonly place: PromptPlace;
  readonly title: string;
  /** Called when the field is gone, however it ended. */
  readonly onDone: () => void;
}

const longestTitle = 200;

/** A prompt's title while it is being changed: Enter takes it, Escape leaves it as it was. */
export function RenameField({ place, title, onDone }: RenameFieldProps) {
  const [text, setText] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);

  useEffect(() => field.current?.select(), []);

  const close = () => {
    isOver.current = true;
    useLibraryView.getState().change({ renaming: null });
    onDone();
  };
  const take = async () => {
    if (isOver.current) return;
    isOver.current = true;
    // Where the registry refuses, what was typed stays in the field.
    if (await renamePrompt(place, text)) close();
    else isOver.current = false;
  };

  return (
    <input
      ref={field}
      className={classes.field}
      aria-label={`New title of ${title}`}
      value={text}
      maxLength={longestTitle}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => void take()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') void take();
        if (event.key === 'Escape') close();
        if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
      }}
    />
  );
}
