import type { VersionSummary } from '#core/contract/shapes.ts';
import type { SelectOption } from '../components/select-field.tsx';
import { formatDay } from './dates.ts';
import { formatNote } from './format-note.ts';

const longestNote = 40;

/** A version as a line of a list: “v8 — note, 3 March”. */
export function describeVersion({ version, note, createdAt }: VersionSummary): string {
  const line = formatNote(note).trim().split('\n')[0] ?? '';
  const shown = line.length > longestNote ? `${line.slice(0, longestNote - 1)}…` : line;
  return shown ? `v${version} — ${shown}, ${formatDay(createdAt)}` : `v${version} — ${formatDay(createdAt)}`;
}

/** The versions as options of a list. */
export function versionOptions(versions: readonly VersionSummary[]): SelectOption[] {
  return versions.map((version) => ({ value: String(version.version), label: describeVersion(version) }));
}
