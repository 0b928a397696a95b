import { IconMenu2 } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { hasFocus, recoverFocus } from '../../components/recover-focus.ts';
import { screenId } from '../../components/use-inert-background.ts';
import classes from './layout.module.css';
import { useNavigation } from './navigation-store.ts';

interface LayoutProps {
  readonly sidebar: ReactNode;
  readonly children: ReactNode;
  readonly statusLine: ReactNode;
}

const panels = ['sidebar', 'main'];

/** The frame of the window: the sidebar, what is worked on, and the status line below. */
export function Layout({ sidebar, children, statusLine }: LayoutProps) {
  const layout = useDefaultLayout({
    id: 'window',
    panelIds: panels,
    storage: localStorage,
    onlySaveAfterUserInteractions: true,
  });
  const [isOpen, setOpen] = useState(false);
  useEffect(
    () =>
      useNavigation.subscribe(() => {
        // In a narrow window the sidebar makes way for what was chosen in it.
        setOpen(false);
        if (hasFocus()) recoverFocus();
      }),
    [],
  );
  return (
    <div id={screenId} className={classes.screen} data-sidebar={isOpen ? 'open' : 'closed'}>
      <button type="button" className={classes.skip} onClick={skipToMain}>
        Skip to the content
      </button>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <IconMenu2 size={16} aria-hidden /> Menu
      </button>
      <Group id="window" className={classes.panels} {...layout}>
        <Panel
          id="sidebar"
          defaultSize={272}
          minSize={216}
          maxSize={420}
          groupResizeBehavior="preserve-pixel-size"
          className={classes.sidebar}
        >
          <aside aria-label="Sidebar" className={classes.aside}>
            {sidebar}
          </aside>
        </Panel>
        <Separator className={classes.separator} title="Width of the sidebar" />
        <Panel id="main" minSize={480}>
          <main id="main" tabIndex={-1} className={classes.main}>
            {children}
          </main>
        </Panel>
      </Group>
      {statusLine}
    </div>
  );
}

function skipToMain() {
  document.getElementById('main')?.focus();
}
