import { Button } from '@mantine/core';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { placeKey } from '../connections/connections-store.ts';
import { compareMarked } from './commands.ts';
import classes from './marked-versions.module.css';
import { useVersions } from './versions-store.ts';

/** What can be done with the versions that are marked. */
export function MarkedVersions({ place }: { readonly place: PromptPlace }) {
  const hasTwo = useVersions((state) => (state.lists[placeKey(place)]?.[0]?.version ?? 0) > 1);
  const marked = useVersions((state) => state.marked[placeKey(place)]) ?? [];
  const clearMarks = useVersions((state) => state.clearMarks);
  const [older, newer] = marked.toSorted((a, b) => a - b);
  return (
    <div className={classes.bar}>
      <p role="status" className={classes.words}>
        {sayMarked(hasTwo, older, newer)}
      </p>
      {older !== undefined && newer !== undefined ? (
        <Button onClick={() => compareMarked.run()}>
          Compare v{older} with v{newer}
        </Button>
      ) : null}
      {marked.length > 0 ? (
        <Button variant="subtle" onClick={() => clearMarks(place)}>
          Clear
        </Button>
      ) : null}
    </div>
  );
}

function sayMarked(hasTwo: boolean, older: number | undefined, newer: number | undefined): string {
  if (older === undefined) return hasTwo ? 'Mark two versions to compare them.' : '';
  return newer === undefined ? `v${older} is marked. Mark another one.` : '';
}
