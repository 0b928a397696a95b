import { useEffect, useRef, useState } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { renamePrompt } from './library-actions.ts';
import classes from './rename-field.module.css';

interface RenameFieldProps {
  readonly place: PromptPlace;
  readonly title: string;
  readonly isLarge?: boolean;
  /** Called when the field is done with, however it ended. */
  readonly onDone: () => void;
}

const longestTitle = 200;

/** A prompt's title while it is being changed: Enter takes it, Escape leaves it as it was. */
export function RenameField({ place, title, isLarge = false, onDone }: RenameFieldProps) {
  const [text, setText] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);

  useEffect(() => field.current?.select(), []);

  const close = () => {
    isOver.current = true;
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
      data-large={isLarge}
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
