import { describe, expect, it } from 'vitest';
import { registryAddress } from '#core/contract/connection-shapes.ts';
import { defaultSettings } from '#core/contract/default-settings.ts';
import { settings } from '#core/contract/settings.ts';
import {
  promptAddress,
  readAddress,
  reviewAddress,
  settingsAddress,
  viewAddress,
  writeAddress,
} from '#renderer/format/address.ts';
import { countCharacters, countWords, formatCount, joinNames } from '#renderer/format/counts.ts';
import { finishText, joinParts } from '#renderer/format/finished-text.ts';
import { readRegistryAddress } from '#renderer/format/registry-address.ts';
import { settingsSectionNames } from '#renderer/format/settings-sections.ts';
import { formatShortcut } from '#renderer/format/shortcut.ts';
import { splitIntoBlocks } from '#renderer/format/split-parts.ts';

describe('counts', () => {
  it('counts characters as they are seen, not UTF-16 units', () => {
    expect(countCharacters('naïve 👋')).toBe(7);
  });

  it('counts words with apostrophes and hyphens as one, numbers too, punctuation not', () => {
    expect(countWords('Don’t re-read — 3 times, {{tier}}!')).toBe(5);
    expect(countWords('')).toBe(0);
  });

  it('joins numbers and names', () => {
    expect(formatCount(1, 'version')).toBe('1 version');
    expect(formatCount(2, 'version')).toBe('2 versions');
    expect(joinNames(['a', 'b', 'c'])).toMatch(/^a, b,? and c$/);
  });
});

describe('what the screen knows of the contract without its schemas', () => {
  it.each([
    'https://prompts.example.com/',
    '  prompts.example.com ',
    'http://localhost:7410/api/v1',
    '',
    'ftp://example.com',
    'https://',
    'https://user:word@example.com',
    'https://:word@example.com',
    'two words',
  ])('takes “%s” for an address where the contract does', (typed) => {
    const address = readRegistryAddress(typed);
    const { data } = registryAddress.safeParse(typed);
    expect(address?.origin).toBe(data && new URL(data).origin);
  });

  it('has the settings of a new user', () => {
    expect(settings.parse({})).toEqual(defaultSettings);
  });
});

describe('addresses', () => {
  it.each(['edit', 'compare', 'history', 'promotion'] as const)(
    'survive the way there and back: %s',
    (tab) => {
      const address = {
        view: 'prompts',
        prompt: 'legal/refund',
        tab,
        section: null,
        within: '',
        review: null,
      } as const;
      expect(readAddress(writeAddress(address))).toEqual(address);
    },
  );

  it.each(settingsSectionNames)('name the section of the settings: %s', (section) => {
    expect(readAddress(settingsAddress(section))).toMatchObject({ view: 'settings', section });
    expect(
      writeAddress({ view: 'settings', prompt: null, tab: 'edit', section, within: '', review: null }),
    ).toBe(settingsAddress(section));
  });

  it('lead to the settings where the section is not known', () => {
    expect(readAddress('#/settings')).toMatchObject({ view: 'settings', section: null });
    expect(readAddress('#/settings/constructor')).toMatchObject({ view: 'settings', section: null });
    expect(viewAddress('settings')).toBe('#/settings');
  });

  it('keep what of the activity is shown', () => {
    const within = '?prompt=legal%2Frefund&from=2026-03-01';
    const address = {
      view: 'activity',
      prompt: null,
      tab: 'edit',
      section: null,
      within,
      review: null,
    } as const;
    expect(readAddress(writeAddress(address))).toEqual(address);
    expect(readAddress('#/activity')).toMatchObject({ view: 'activity', within: '' });
  });

  it('refuse what is not one', () => {
    const review = { prompt: 'legal/refund', version: 12 };
    expect(reviewAddress(review)).toBe('#/reviews/legal%2Frefund/v12');
    expect(readAddress(reviewAddress(review))).toMatchObject({ view: 'reviews', prompt: null, review });
    expect(readAddress('#/reviews/legal/latest')).toMatchObject({ view: 'reviews', review: null });
    expect(readAddress('')).toBeNull();
    expect(readAddress('#/somewhere')).toBeNull();
    expect(readAddress('#/prompts/%E0%A4%A')).toBeNull();
    expect(promptAddress('a/b')).toBe('#/prompts/a%2Fb/edit');
  });
});

describe('shortcuts', () => {
  it('are written as the platform does', () => {
    expect(formatShortcut('mod+shift+P', 'darwin')).toBe('⇧⌘P');
    expect(formatShortcut('mod+shift+P', 'linux')).toBe('Ctrl+Shift+P');
    expect(formatShortcut('ctrl+1', 'darwin')).toBe('⌃1');
    expect(formatShortcut('mod++', 'win32')).toBe('Ctrl++');
  });
});

describe('finishText', () => {
  it('inserts values, keeps missing ones visible and names those that do not fit', () => {
    const finished = finishText(
      '{{a}} {{b}} {{c}}',
      [
        { name: 'a', type: 'text', required: true },
        { name: 'c', type: 'number', required: true },
      ],
      { a: '{{b}}', c: 'many' },
    );
    expect(joinParts(finished.parts)).toBe('{{b}} {{b}} {{c}}');
    expect(finished.missing).toEqual(['b', 'c']);
    expect(finished.invalid).toEqual({ c: 'must be a number' });
  });
});

describe('splitIntoBlocks', () => {
  const lines = Array.from({ length: 400 }, (_, index) => `Line ${index} of {{name}}, with some words.\n`);
  const blocksOf = (text: string) => splitIntoBlocks(finishText(text, [], { name: 'Zoë' }).parts);
  const textOf = (text: string) =>
    blocksOf(text)
      .map(({ parts }) => joinParts(parts))
      .join('');

  it('keeps every character, and cuts only after lines', () => {
    const text = lines.join('');
    expect(textOf(text)).toBe(joinParts(finishText(text, [], { name: 'Zoë' }).parts));
    for (const { parts } of blocksOf(text).slice(0, -1)) expect(joinParts(parts)).toMatch(/\n$/);
    expect(blocksOf(text).length).toBeGreaterThan(8);
  });

  it('changes few blocks where one line changes', () => {
    const before = new Set(blocksOf(lines.join('')).map(({ signature }) => signature));
    const after = blocksOf(lines.with(200, 'Line 200 of {{name}}, with other words.\n').join(''));
    expect(after.filter(({ signature }) => !before.has(signature)).length).toBeLessThanOrEqual(3);
  });
});

it('a lone carriage return ends a line of a finished text', () => {
  const parts = [{ text: 'One\rtwo\r\nthree', variable: null, isMissing: false, start: 0, end: 14 }];
  expect(splitIntoBlocks(parts)[0]?.parts[0]?.text).toBe('One\ntwo\nthree');
});
