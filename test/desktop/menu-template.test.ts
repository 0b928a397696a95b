import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { buildContextMenuTemplate } from '#main/desktop/context-menu-template.ts';
import { buildMenuTemplate, menuCommands } from '#main/desktop/menu-template.ts';

function build(platform: NodeJS.Platform, isDevelopment = false) {
  const choose = vi.fn();
  const openDataFolder = vi.fn();
  const template = buildMenuTemplate({ platform, isDevelopment, choose, openDataFolder });
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
    for (const command of menuCommands) {
      const found = items.filter((item) => item.id === command);
      expect(found).toHaveLength(1);
      click(found[0]);
    }
    expect(choose.mock.calls.flat().sort()).toEqual([...menuCommands].sort());
  });

  test('gives no shortcut twice', () => {
    const shortcuts = build(platform, true).items.flatMap((item) => item.accelerator ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(shortcuts).toContain('CmdOrCtrl+S');
  });

  test('reloads and shows developer tools in development alone', () => {
    expect(roles(build(platform).items)).not.toContain('reload');
    expect(roles(build(platform).items)).not.toContain('toggleDevTools');
    expect(roles(build(platform, true).items)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
  });

  test('can edit, zoom, close and quit', () => {
    expect(roles(build(platform).items)).toEqual(
      expect.arrayContaining(['editMenu', 'windowMenu', 'zoomIn', 'zoomOut', 'resetZoom', 'close', 'quit']),
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
