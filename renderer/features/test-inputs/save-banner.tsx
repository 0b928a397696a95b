import { Button } from '@mantine/core';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { Banner } from '../../components/banner.tsx';
import { placeKey } from '../connections/connections-store.ts';
import { findInputFaults } from './draft-inputs.ts';
import type { InputTable } from './input-table.ts';
import { useTestInputs } from './test-inputs-store.ts';

/** Why the table is not in the registry, and that nothing of it is lost. */
export function SaveBanner({ place, table }: { readonly place: PromptPlace; readonly table: InputTable }) {
  const readError = useTestInputs((state) => state.errors[placeKey(place)]);
  const { error, isChecked, inputs } = table;
  if (error) {
    return (
      <Banner tone="danger" title={`${describeError(error).title}.`}>
        {describeErrorInFull(error)} The table is kept on this machine.
      </Banner>
    );
  }
  const faulty = isChecked ? inputs.filter((input) => Object.keys(findInputFaults(input)).length > 0) : [];
  if (faulty.length > 0) {
    return (
      <Banner tone="danger" title="Not saved yet.">
        {faulty.length === 1 ? 'One test input has' : `${faulty.length} test inputs have`} something to put
        right; it is marked below. The table is kept on this machine.
      </Banner>
    );
  }
  if (!readError) return null;
  return (
    <Banner
      tone="warning"
      title="These are the test inputs as this machine knows them."
      actions={
        <Button variant="default" onClick={() => void useTestInputs.getState().refresh(place)}>
          Try again
        </Button>
      }
    >
      {describeErrorInFull(readError)}
    </Banner>
  );
}
