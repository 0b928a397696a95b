import { expect, it } from 'vitest';
import { importedNote, readableNote } from '#core/domain/imported-note.ts';

const at = '2026-03-03T14:00:00.000Z';
const day = (time: string) => `<${time}>`;

it('says when a version was made as its reader says times', () => {
  const note = importedNote('First', { deed: 'saved', by: 'Ana Lima', at });
  expect(readableNote(note, day)).toBe(`First\n\nImported: saved by Ana Lima on <${at}>.`);
  const alone = importedNote('', { deed: 'saved', by: undefined, at: '2026-03-03T15:00:00+01:00' });
  expect(readableNote(alone, day)).toBe('Imported: saved on <2026-03-03T15:00:00+01:00>.');
});

it('leaves alone what people wrote themselves', () => {
  const notes = [
    '',
    'Starts at 2026-03-03T14:00:00Z.',
    `Imported: saved at ${at}.\n\nThen I went on.`,
    'Imported: saved by Ana Lima.',
    'Imported: saved at 2026-99-99T14:00:00Z.',
  ];
  for (const note of notes) expect(readableNote(note, day)).toBe(note);
});
