import { Spotlight, useSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { canRun, shortcutOf } from '../../command.ts';
import { KeyboardHint } from '../../components/keyboard-hint.tsx';
import { useInertBackground } from '../../components/use-inert-background.ts';
import { formatShortcut } from '../../format/shortcut.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useLibrary } from '../library/library-store.ts';
import { commands } from './commands.ts';
import { useNavigation } from './navigation-store.ts';
import { paletteStore } from './palette-store.ts';
import { openPalette } from './shell-commands.ts';

/** The command palette: every action and every prompt, by a few letters of its name. */
export function Palette() {
  const { opened } = useSpotlight(paletteStore);
  useInertBackground(opened);
  return (
    <Spotlight
      actions={usePaletteActions(opened)}
      store={paletteStore}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      shortcut={null}
      scrollable
      maxHeight={420}
      limit={60}
      size={560}
      radius={12}
      nothingFound="Nothing matches."
      attributes={{ content: { 'aria-label': 'Commands' } }}
      searchProps={{
        leftSection: <IconSearch size={17} aria-hidden />,
        placeholder: 'Find a command or a prompt',
        'aria-label': 'Find a command or a prompt',
      }}
    />
  );
}

function usePaletteActions(isOpen: boolean) {
  const connection = useConnections((state) => state.currentId);
  const prompts = useLibrary((state) => state.prompts[connection]);
  return useMemo(() => {
    if (!isOpen) return [];
    const available = commands.filter((command) => command.id !== openPalette.id && canRun(command));
    return [
      {
        group: 'Commands',
        actions: available.map((command) => {
          const shortcut = shortcutOf(command);
          return {
            id: command.id,
            label: command.name,
            keywords: [...(command.keywords ?? [])],
            rightSection: shortcut ? <KeyboardHint keys={formatShortcut(shortcut)} /> : undefined,
            // The palette gives the focus back first, so that a dialog opened by a command keeps it.
            onClick: () => setTimeout(command.run, 150),
          };
        }),
      },
      {
        group: 'Prompts',
        actions: (prompts ?? []).map((prompt) => ({
          id: `prompt ${prompt.name}`,
          label: prompt.title,
          description: prompt.name,
          onClick: () => useNavigation.getState().openPrompt(prompt.name),
        })),
      },
    ];
  }, [isOpen, prompts]);
}
