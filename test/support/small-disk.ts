import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallDisk {
  /** `false` where one cannot be mounted here: that takes root on Linux. */
  readonly isMounted: boolean;
  readonly path: string;
  /** Fills what is free. Answers how to free it again. */
  fill(): () => void;
  remove(): void;
}

/** Mounts a disk of so many bytes below a folder. */
export function mountSmallDisk(folder: string, size: number): SmallDisk {
  const path = join(folder, 'disk');
  mkdirSync(path);
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]).status === 0;
  return {
    isMounted,
    path,
    fill() {
      const file = join(path, 'something-else');
      for (let chunk = size; chunk >= 1; chunk = Math.floor(chunk / 2)) {
        try {
          for (;;) writeFileSync(file, Buffer.alloc(chunk), { flag: 'a' });
        } catch {
          // The next smaller piece may fit.
        }
      }
      return () => rmSync(file);
    },
    remove() {
      if (isMounted) spawnSync('umount', [path]);
    },
  };
}
