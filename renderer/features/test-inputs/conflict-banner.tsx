import { Button } from '@mantine/core';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { Banner } from '../../components/banner.tsx';
import type { InputTable } from './input-table.ts';
import type { InputConflict } from './merge-inputs.ts';
import { useTestInputs } from './test-inputs-store.ts';

/** What two people changed in the same fields, one after the other, with both to choose from. */
export function ConflictBanner({
  place,
  table,
}: {
  readonly place: PromptPlace;
  readonly table: InputTable;
}) {
  const { settle } = useTestInputs.getState();
  return table.conflicts.map((conflict) => (
    <Banner
      key={conflict.mine.id}
      tone="warning"
      title={`You and somebody else changed “${conflict.mine.title || 'a test input'}”.`}
      actions={
        <>
          <Button variant="default" onClick={() => settle(place, conflict.mine.id, 'mine')}>
            Keep mine
          </Button>
          <Button variant="default" onClick={() => settle(place, conflict.mine.id, 'theirs')}>
            Take theirs
          </Button>
        </>
      }
    >
      {describeConflict(conflict)} Yours is in the table; nothing is lost until you choose.
    </Banner>
  ));
}

function describeConflict({ mine, theirs }: InputConflict): string {
  const parts: string[] = [];
  if (mine.title !== theirs.title) parts.push(`they call it “${theirs.title}”`);
  for (const name of new Set([...Object.keys(mine.values), ...Object.keys(theirs.values)])) {
    const [own, other] = [mine.values[name] ?? '', theirs.values[name] ?? ''];
    if (own !== other)
      parts.push(other === '' ? `they left ${name} empty` : `they gave ${name} “${shorten(other)}”`);
  }
  const checksOf = ({ checks }: InputConflict['mine']) =>
    JSON.stringify(checks.map(({ kind, value }) => [kind, value]));
  if (checksOf(mine) !== checksOf(theirs)) parts.push('they have other checks');
  const sentence = parts.join(', ');
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
