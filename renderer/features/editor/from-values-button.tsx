import { Button, Tooltip } from '@mantine/core';
import { canRun } from '../../command.ts';
import { testInputFromValues } from '../test-inputs/commands.ts';

const name = 'Test input from these values';

/** Makes a test input of what stands in the fields. */
export function FromValuesButton({ hasValues }: { readonly hasValues: boolean }) {
  if (!hasValues || !canRun(testInputFromValues)) return null;
  return (
    <Tooltip label={name}>
      <Button
        variant="subtle"
        h={26}
        px={8}
        fz={12}
        aria-label={name}
        data-command={testInputFromValues.id}
        onClick={() => testInputFromValues.run()}
      >
        Test input
      </Button>
    </Tooltip>
  );
}
