import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import type { MenuCommand } from '#core/contract/menu.ts';
import { buildContextMenuTemplate } from '#main/desktop/context-menu-template.ts';
import { buildMenuTemplate } from '#main/desktop/menu-template.ts';

const commands: readonly MenuCommand[] = [
  { id: 'save-version', name: 'Save version', group: 'File', shortcut: 'mod+S', isAvailable: false },
  { id: 'open-settings', name: 'Settings', group: 'File', shortcut: 'mod+,', isAvailable: true },
  { id: 'open-edit', name: 'Edit', group: 'View', shortcut: 'ctrl+1', isAvailable: true },
  { id: 'search-prompts', name: 'Search prompts', group: 'Go', shortcut: 'mod+K', isAvailable: true },
  { id: 'use-in-code', name: 'Use in code', group: 'Prompt', isAvailable: true },
  {
    id: 'open-palette',
    name: 'Show all commands',
    group: 'Help',
    shortcut: 'mod+shift+P',
    isAvailable: true,
  },
];

function build(platform: NodeJS.Platform, isDevelopment = false) {
  const choose = vi.fn();
  const openDataFolder = vi.fn();
  const template = buildMenuTemplate({ platform, isDevelopment, commands, choose, openDataFolder });
  return { items: flatten(template), choose, openDataFolder, template };
}

function flatten(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

function click(item: MenuItemConstructorOptions | undefined): void {
  const onClick = item?.click as (() => void) | undefined;
  if (!onClick) throw new Error('There is nothing to click on.');
  onClick();
}

const roles = (items: MenuItemConstructorOptions[]) => items.map((item) => item.role).filter(Boolean);

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  test('has each command once and sends it', () => {
    const { items, choose } = build(platform);
    for (const { id } of commands) {
      const found = items.filter((item) => item.id === id);
      expect(found).toHaveLength(1);
      click(found[0]);
    }
    expect(choose.mock.calls.flat().sort()).toEqual(commands.map(({ id }) => id).sort());
  });

  test('gives no shortcut twice', () => {
    const shortcuts = build(platform, true).items.flatMap((item) => item.accelerator ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(shortcuts).toEqual(expect.arrayContaining(['CmdOrCtrl+S', 'CmdOrCtrl+Shift+P', 'Ctrl+1']));
  });

  test('offers what can be done now, and leaves the keys to the screen', () => {
    const { items } = build(platform);
    const find = (id: string) => items.find((item) => item.id === id);
    expect(find('save-version')).toMatchObject({ enabled: false, registerAccelerator: false });
    expect(find('use-in-code')).toMatchObject({ enabled: true });
  });

  test('reloads and shows developer tools in development alone', () => {
    expect(roles(build(platform).items)).not.toContain('reload');
    expect(roles(build(platform).items)).not.toContain('toggleDevTools');
    expect(roles(build(platform, true).items)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
  });

  test('can edit, close and quit', () => {
    expect(roles(build(platform).items)).toEqual(
      expect.arrayContaining(['undo', 'paste', 'windowMenu', 'togglefullscreen', 'close', 'quit']),
    );
  });

  test('shows the folder of the data', () => {
    const { items, openDataFolder } = build(platform);
    click(items.find((item) => item.id === 'open-data-folder'));
    expect(openDataFolder).toHaveBeenCalledOnce();
  });
});

test('the menu of the app comes first on macOS and nowhere else', () => {
  expect(build('darwin').template[0]?.label).toBe('PromptForge');
  expect(build('linux').template[0]?.label).toBe('&File');
});

describe('the menu of the right mouse button', () => {
  const text = {
    isEditable: true,
    selectionText: '',
    misspelledWord: '',
    dictionarySuggestions: [],
    editFlags: { canCut: false, canCopy: false, canPaste: true },
  };
  const spelling = { replace: vi.fn(), learn: vi.fn() };

  test('is the clipboard in a text', () => {
    const items = buildContextMenuTemplate(text, spelling);
    expect(roles(items)).toEqual(['cut', 'copy', 'paste', 'selectAll']);
    expect(items[0]?.enabled).toBe(false);
  });

  test('offers better spellings', () => {
    const place = { ...text, misspelledWord: 'refnud', dictionarySuggestions: ['refund'] };
    const [first, second] = buildContextMenuTemplate(place, spelling);
    click(first);
    expect(spelling.replace).toHaveBeenCalledWith('refund');
    click(second);
    expect(spelling.learn).toHaveBeenCalledWith('refnud');
  });

  test('is empty where there is nothing to copy', () => {
    expect(buildContextMenuTemplate({ ...text, isEditable: false }, spelling)).toEqual([]);
    expect(
      roles(buildContextMenuTemplate({ ...text, isEditable: false, selectionText: 'a' }, spelling)),
    ).toEqual(['copy']);
  });
});
