import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { findSpellingEngine } from '../../bridge/spelling-engine.ts';
import { platform } from '../../format/platform.ts';
import { smallestReplacements } from '../../monaco/smallest-replacement.ts';
import { lineHeightOf, smallestMargin } from '../../monaco/typography.ts';
import type { Typography } from '../../theme/typography.ts';
import { useSettings } from '../settings/settings-store.ts';
import { drawPieces, listPieces, placeCaret, readCaret, readPieces } from './proofread-dom.ts';
import classes from './proofread-text.module.css';
import { useTextTools } from './text-tools-store.ts';

interface ProofreadTextProps {
  /** The text as the editor holds it; a change of it is followed. */
  readonly text: string;
  readonly typography: Typography;
  readonly onDone: () => void;
}

/**
 * The text in a field of the browser’s own, whose spelling the browser checks as it does everywhere, with its own
 * dictionaries and suggestions. What is changed here changes the editor’s text, and is undone with it.
 */
export function ProofreadText({ text, typography, onDone }: ProofreadTextProps) {
  const root = useRef<HTMLDivElement>(null);
  const language = useSettings(({ settings }) => settings.spellingLanguages[0]);

  useLayoutEffect(() => {
    const element = root.current;
    const { handle } = useTextTools.getState();
    if (!element || !handle) return;
    drawPieces(element, listPieces(handle.getText()), `${classes.variable}`);
    element.focus();
    placeCaret(element, handle.getSelection().end);
    return () => {
      const caret = readCaret(element) ?? handle.getSelection().end;
      const end = Math.min(caret, handle.getText().length);
      handle.select(end, end);
    };
  }, []);

  // What the editor holds is newer than what React knows of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the text is what calls for this
  useEffect(() => {
    if (root.current) followEditor(root.current);
  }, [text]);

  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <p>
          {findSpellingEngine() === null
            ? 'Your browser underlines misspelt words. Right-click one for suggestions; its settings have the languages.'
            : 'Misspelt words are underlined. Right-click one for suggestions.'}
        </p>
        <Button variant="default" size="compact-sm" onClick={onDone}>
          Done
        </Button>
      </div>
      <div className={classes.scroller} data-scroller>
        {/* biome-ignore lint/a11y/useSemanticElements: a text area has no marks for variables, and checks their names */}
        <div
          ref={root}
          role="textbox"
          tabIndex={0}
          aria-multiline="true"
          aria-label="Prompt text, being proofread"
          contentEditable="plaintext-only"
          suppressContentEditableWarning
          spellCheck
          lang={language}
          className={classes.text}
          style={{
            padding: `24px max(${smallestMargin}px, calc((100% - ${typography.measure}em) / 2)) 48px`,
            fontFamily: typography.family,
            fontSize: typography.size,
            lineHeight: `${lineHeightOf(typography)}px`,
          }}
          onInput={(event) => {
            const { isComposing } = event.nativeEvent as InputEvent;
            if (!isComposing) takeOver(event.currentTarget);
          }}
          onCompositionEnd={(event) => takeOver(event.currentTarget)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
              event.preventDefault();
              onDone();
            } else undoByKey(event);
          }}
        />
      </div>
    </div>
  );
}

/** What was typed goes into the editor’s text: there it is a draft, and a step of the one undo history. */
function takeOver(element: HTMLElement): void {
  const { handle } = useTextTools.getState();
  if (!handle) return;
  const edits = smallestReplacements(handle.getText(), readPieces(element));
  const isTyping =
    edits.length === 1 && edits.every(({ text, start, end }) => text.trim() !== '' && end === start);
  if (edits.length > 0) handle.applyEdits(edits, isTyping);
  followEditor(element);
}

/** Shows the text as the editor has it, with the caret where it was, or behind what came from elsewhere. */
function followEditor(element: HTMLElement): void {
  const { handle } = useTextTools.getState();
  if (!handle) return;
  const before = readPieces(element);
  const text = handle.getText();
  const [change] = smallestReplacements(before, text);
  const caret = readCaret(element);
  drawPieces(element, listPieces(text), `${classes.variable}`);
  if (caret === null) return;
  const wanted = change ? change.start + change.text.length : Math.min(caret, text.length);
  if (readCaret(element) !== wanted) placeCaret(element, wanted);
}

/** The browser would undo its own typing alone; here there is one history for the text. */
function undoByKey(event: KeyboardEvent<HTMLElement>): void {
  const isHeld = platform === 'darwin' ? event.metaKey : event.ctrlKey;
  const key = event.key.toLowerCase();
  if (!isHeld || event.altKey || (key !== 'z' && key !== 'y')) return;
  event.preventDefault();
  const { handle } = useTextTools.getState();
  if (key === 'z' && !event.shiftKey) handle?.undo();
  else handle?.redo();
  followEditor(event.currentTarget);
}
