import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { RenderedPart } from '#core/domain/render.ts';
import { HeadedText, headingClass } from '../../components/headed-text.tsx';
import marks from '../../components/inserted-value.module.css';
import { useGrowing } from '../../components/use-growing.ts';
import { type LineState, splitHeadings } from '../../format/split-headings.ts';
import { splitIntoBlocks, type TextBlock } from '../../format/split-parts.ts';
import type { Typography } from '../../theme/typography.ts';
import classes from './preview-text.module.css';

interface PreviewTextProps {
  readonly parts: readonly RenderedPart[];
  readonly typography: Typography;
  /** A value was clicked, or Enter pressed on it. */
  readonly onGoTo: (part: RenderedPart) => void;
}

/**
 * A finished text with its inserted values marked. The Tab key stops once for all values, the arrow keys go from
 * one to the next.
 */
export function PreviewText({ parts, typography, onGoTo }: PreviewTextProps) {
  const blocks = useMemo(() => splitIntoBlocks(parts), [parts]);
  const drawn = useGrowing(blocks.length);
  const root = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const reachable = root.current?.querySelector<HTMLElement>('[data-part][tabindex="0"]');
    if (!reachable) root.current?.querySelector('[data-part]')?.setAttribute('tabindex', '0');
  });

  const goTo = (target: EventTarget) => {
    const mark = (target as Element).closest<HTMLElement>('[data-part]');
    const [block, part] = (mark?.dataset.part ?? '').split('.').map(Number);
    // Found in what is shown now: a block that looks as before is not drawn again when it moves.
    const found = blocks[block ?? -1]?.parts[part ?? -1];
    if (found) onGoTo(found);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the values inside are the controls
    <div
      ref={root}
      className={classes.text}
      style={{ fontFamily: typography.family, fontSize: typography.size - 1 }}
      onClick={(event: MouseEvent) => {
        // Whoever selects words to copy them does not want to go elsewhere.
        if (getSelection()?.isCollapsed !== false) goTo(event.target);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          if (!(event.target as Element).closest<HTMLElement>('[data-part]')) return;
          event.preventDefault();
          goTo(event.target);
        } else moveFocus(event);
      }}
    >
      {Array.from({ length: Math.ceil(drawn / groupSize) }, (_, group) => {
        const first = group * groupSize;
        const members = blocks.slice(first, Math.min(first + groupSize, drawn));
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other identity than their place
            key={group}
            className={classes.group}
            style={{ '--blocks': members.length } as CSSProperties}
          >
            {members.map((block, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other identity than their place
              <Block key={place} index={first + place} block={block} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** So many blocks are laid out together, or not at all: the browser has to watch one place instead of each. */
const groupSize = 8;

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const from = (event.target as Element).closest<HTMLElement>('[data-part]');
  const step = steps[event.key];
  if (!from || !step) return;
  event.preventDefault();
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-part]')];
  const to = marks[marks.indexOf(from) + step];
  if (!to) return;
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

const Block = memo(
  function Block({ block, index }: { readonly block: TextBlock; readonly index: number }) {
    let state: LineState = 'start';
    return (
      <p className={classes.block}>
        {block.parts.map((part, place) => {
          const inHeading = state === 'heading' ? headingClass : '';
          const { pieces, end } = splitHeadings(part.text, state);
          state = end;
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity than their place
          if (part.variable === null) return <HeadedText key={place} pieces={pieces} />;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a button cannot run over several lines
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity than their place
              key={place}
              role="button"
              tabIndex={-1}
              data-part={`${index}.${place}`}
              className={`${classes.value} ${part.isMissing ? marks.missing : marks.inserted} ${inHeading}`}
              title={`${part.variable}${part.isMissing ? ' has no value' : ''}: go to its place in the text`}
            >
              {part.text === '' ? (
                <span className={classes.nothing}>{part.variable} is empty</span>
              ) : (
                part.text
              )}
            </span>
          );
        })}
      </p>
    );
  },
  (before, after) => before.index === after.index && before.block.signature === after.block.signature,
);
