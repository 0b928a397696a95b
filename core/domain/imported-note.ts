const longest = 2_000;
const mark = 'Imported: ';

/** Who did it first, and when, as far as that is known. */
interface Origin {
  readonly deed: string;
  readonly by: string | undefined;
  readonly at: string | undefined;
}

/**
 * The note of something that is done again by an import: its own, and a last line that says who did it first and
 * when. One that has such a line already keeps that one.
 */
export function importedNote(note: string, { deed, by, at }: Origin): string {
  if (by === undefined && at === undefined) return note;
  if (note.split('\n').at(-1)?.startsWith(mark)) return note;
  const line = [
    `${mark}${deed}`,
    ...(by === undefined ? [] : [`by ${by}`]),
    ...(at === undefined ? [] : [`at ${at}`]),
  ];
  const ending = `${line.join(' ')}.`;
  if (note === '') return ending;
  const room = longest - ending.length - 2;
  const kept = note.length <= room ? note : `${note.slice(0, room - 1).toWellFormed()}…`;
  return `${kept}\n\n${ending}`;
}

const originTime = / at (\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))\.$/;

/**
 * A note as people read it: where its last line says when an imported version was made, that time is said as
 * `formatTime` says it.
 */
export function readableNote(note: string, formatTime: (time: string) => string): string {
  const start = note.lastIndexOf('\n') + 1;
  if (!note.startsWith(mark, start)) return note;
  const time = originTime.exec(note)?.[1];
  if (time === undefined || Number.isNaN(Date.parse(time))) return note;
  return `${note.slice(0, -`at ${time}.`.length)}on ${formatTime(time)}.`;
}
