import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef } from 'react';
import { isActive } from '#core/contract/is-active.ts';
import type { Member } from '#core/contract/shapes.ts';
import { Initials } from '../../components/initials.tsx';
import { Aside, ListRow } from '../../components/list-row.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { wordsOf } from '../../format/roles.ts';
import classes from './member-list.module.css';

interface MemberListProps {
  readonly members: readonly Member[];
  /** The user's own id. */
  readonly self: string | undefined;
  readonly onOpen: (id: string) => void;
}

const rowHeight = 52;

/** The members, of which only those that are visible are drawn. Arrow keys lead from one to the next. */
export function MemberList({ members, self, onOpen }: MemberListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: members.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => members[index]?.id ?? index,
    overscan: 8,
  });
  const go = (event: KeyboardEvent<HTMLElement>) => {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const index = Number(item?.dataset.index);
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: members.length - 1 }[event.key];
    if (next === undefined || next < 0 || next >= members.length) return;
    event.preventDefault();
    virtualizer.scrollToIndex(next);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus();
    });
  };
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul
        aria-label="Members"
        className={classes.list}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={go}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const member = members[index];
          if (!member) return null;
          return (
            <li
              key={key}
              data-index={index}
              className={classes.item}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              <ListRow
                fills
                start={<Initials name={member.name} />}
                name={
                  <>
                    {member.name}
                    {member.id === self ? <Aside>(you)</Aside> : null}
                  </>
                }
                detail={member.email ?? 'no e-mail address'}
                end={
                  <span className={classes.roles}>
                    {isActive(member) ? null : <StateBadge tone="warning">Deactivated</StateBadge>}
                    {member.roles.map((role) => (
                      <StateBadge key={role} tone={role === 'admin' ? 'accent' : 'neutral'}>
                        {wordsOf(role).name}
                      </StateBadge>
                    ))}
                  </span>
                }
                onOpen={() => onOpen(member.id)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
