import type { ChosenFile } from './read-sources.ts';

/** What a browser or a system leaves beside the files of a person. */
const isClutter = (path: string) => /(?:^|\/)(?:\.|Thumbs\.db$|desktop\.ini$|__MACOSX\/)/.test(path);

/** The files that were chosen, with their places below the folder that was chosen. */
export function listChosenFiles(files: Iterable<File>): ChosenFile[] {
  const chosen = [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  return inOrder(withoutCommonFolder(chosen));
}

/** What was dropped. It has to be taken before anything is waited for. */
export function takeEntries(transfer: DataTransfer): FileSystemEntry[] {
  return [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
}

/** The files that were dropped, those in dropped folders too. */
export async function listEntries(entries: readonly FileSystemEntry[]): Promise<ChosenFile[]> {
  const files = (await Promise.all(entries.map((entry) => listEntry(entry, '')))).flat();
  return inOrder(withoutCommonFolder(files));
}

async function listEntry(entry: FileSystemEntry, folder: string): Promise<ChosenFile[]> {
  const path = `${folder}${entry.name}`;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: ChosenFile[] = [];
  for (;;) {
    // A folder is read in parts, until a part is empty.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return found;
    for (const inner of part) found.push(...(await listEntry(inner, `${path}/`)));
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function withoutCommonFolder(files: readonly ChosenFile[]): ChosenFile[] {
  const [first] = files;
  const folder = first?.path.slice(0, first.path.indexOf('/') + 1) ?? '';
  const isCommon = folder !== '' && files.every(({ path }) => path.startsWith(folder));
  return isCommon ? files.map(({ path, file }) => ({ path: path.slice(folder.length), file })) : [...files];
}

function inOrder(files: readonly ChosenFile[]): ChosenFile[] {
  const collator = new Intl.Collator('en', { numeric: true });
  return files.filter(({ path }) => !isClutter(path)).toSorted((a, b) => collator.compare(a.path, b.path));
}
