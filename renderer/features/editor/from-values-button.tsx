import { Button } from '@mantine/core';
import { canRun } from '../../command.ts';
import { testInputFromValues } from '../test-inputs/commands.ts';

/** Makes a test input of what stands in the fields. */
export function FromValuesButton({ hasValues }: { readonly hasValues: boolean }) {
  if (!hasValues || !canRun(testInputFromValues)) return null;
  return (
    <Button
      variant="subtle"
      h={26}
      px={8}
      fz={12}
      title="Makes a test input of these values"
      data-command={testInputFromValues.id}
      onClick={() => testInputFromValues.run()}
    >
      Test input from these values
    </Button>
  );
}
