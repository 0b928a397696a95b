import { expect, it } from 'vitest';
import { listInvisible } from '#renderer/monaco/invisible-characters.ts';

it('finds what a paste brings along unseen, and leaves in peace what belongs to words and pictures', () => {
  expect(listInvisible('to\u00adday\u200b, a\u2060b\ufeff')).toEqual([
    { index: 2, name: 'Soft hyphen (U+00AD)' },
    { index: 6, name: 'Zero width space (U+200B)' },
    { index: 10, name: 'Word joiner (U+2060)' },
    { index: 12, name: 'Byte order mark (U+FEFF)' },
  ]);
  expect(listInvisible('10\u00a0€, 👩\u200d⚕️, می\u200cخواهم, e\u0301')).toEqual([]);
});
