import { readableNote } from '#core/domain/imported-note.ts';
import { formatDateTime } from './dates.ts';

/** A note as it is shown: the time at which an imported version was made stands in the user's language and zone. */
export function formatNote(note: string): string {
  return readableNote(note, formatDateTime);
}
