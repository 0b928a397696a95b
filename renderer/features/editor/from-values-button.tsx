import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { canRun } from '../../command.ts';
import { testInputFromValues } from '../test-inputs/commands.ts';

const name = 'Test input from these values';

/** Makes a test input of what stands in the fields. */
export function FromValuesButton({ hasValues }: { readonly hasValues: boolean }) {
  if (!hasValues || !canRun(testInputFromValues)) return null;
  return (
    <Tooltip label={name}>
      <ActionIcon
        size={26}
        aria-label={name}
        data-command={testInputFromValues.id}
        onClick={() => testInputFromValues.run()}
      >
        <IconFlask size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
