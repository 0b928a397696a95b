import { describe, expect, it } from 'vitest';
import { commandGroups } from '#core/contract/command-groups.ts';
import { menuCommand } from '#core/contract/menu.ts';
import { commands } from '#renderer/features/shell/commands.ts';
import { isShortcut } from '#renderer/features/shell/keyboard-commands.ts';

const platforms = ['mac', 'other'] as const;

/** Every key of every command on a platform, the ones that no menu shows too. */
function keysOn(platform: (typeof platforms)[number]): string[] {
  return commands.flatMap((command) => {
    const shown = keysShown(command, platform);
    return [...(shown === undefined ? [] : [shown]), ...(command.alsoBy ?? [])];
  });
}

function keysShown({ shortcut }: (typeof commands)[number], platform: (typeof platforms)[number]) {
  return typeof shortcut === 'object' ? shortcut[platform] : shortcut;
}

/** What browsers never hand to a page, or what nobody would forgive a page for taking. */
const reserved = ['mod+T', 'mod+shift+N', 'mod+shift+W', 'mod+Q', 'mod+R', 'mod+L', 'F5'];
/** What browsers keep for their tabs and the desktop does not: never the only keys of a command. */
const ofTheDesktop = ['mod+W', 'mod+shift+T', 'mod+N'];
const clipboard = ['mod+C', 'mod+X', 'mod+V', 'mod+A', 'mod+Z', 'mod+Y', 'mod+shift+Z', 'mod+F', 'mod+P'];

describe('the commands', () => {
  it('have ids and names of their own, and a place in the menu', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const { id, name, group } of commands) {
      expect(menuCommand.safeParse({ id, name, group, isAvailable: true }).success).toBe(true);
      expect(commandGroups).toContain(group);
    }
  });

  it.each(platforms)('share no keys, and take none of the browser’s (%s)', (platform) => {
    const keys = keysOn(platform);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => [...reserved, ...clipboard].includes(key))).toEqual([]);
    const shown = commands.map((command) => keysShown(command, platform));
    expect(shown.filter((key) => key !== undefined && ofTheDesktop.includes(key))).toEqual([]);
  });
});

describe('a shortcut', () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}, isAltGraph = false) =>
    ({
      key,
      code: '',
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      getModifierState: (name: string) => isAltGraph && name === 'AltGraph',
      ...held,
    }) as KeyboardEvent;

  it('is the command key on a Mac and Ctrl elsewhere', () => {
    expect(isShortcut(press('s', { ctrlKey: true }), 'mod+S', 'linux')).toBe(true);
    expect(isShortcut(press('s', { metaKey: true }), 'mod+S', 'darwin')).toBe(true);
    // On a Mac, Ctrl+K deletes to the end of the line.
    expect(isShortcut(press('k', { ctrlKey: true }), 'mod+K', 'darwin')).toBe(false);
    expect(isShortcut(press('s', { metaKey: true }), 'mod+S', 'win32')).toBe(false);
    expect(isShortcut(press('1', { ctrlKey: true }), 'ctrl+1', 'darwin')).toBe(true);
  });

  it('wants all of its keys and no other', () => {
    expect(isShortcut(press('P', { ctrlKey: true, shiftKey: true }), 'mod+shift+P', 'linux')).toBe(true);
    expect(isShortcut(press('p', { ctrlKey: true }), 'mod+shift+P', 'linux')).toBe(false);
    expect(isShortcut(press('s', { ctrlKey: true, altKey: true }), 'mod+S', 'linux')).toBe(false);
    expect(isShortcut(press('F7', { shiftKey: true }), 'shift+F7', 'linux')).toBe(true);
    expect(isShortcut(press('F7', { shiftKey: true }), 'F7', 'linux')).toBe(false);
  });

  it('is found where another layout has the sign', () => {
    const german = press('/', { ctrlKey: true, shiftKey: true, code: 'Digit7' });
    expect(isShortcut(german, 'mod+/', 'linux')).toBe(true);
    expect(isShortcut(press('?', { shiftKey: true }), '?', 'linux')).toBe(true);
    const option = press('˜', { altKey: true, metaKey: true, code: 'KeyN' });
    expect(isShortcut(option, 'mod+alt+N', 'darwin')).toBe(true);
  });

  it('is never a letter that AltGr types', () => {
    const polish = press('ń', { ctrlKey: true, altKey: true, code: 'KeyN' }, true);
    expect(isShortcut(polish, 'mod+alt+N', 'win32')).toBe(false);
  });
});
