import { Button } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { placeKey } from '../connections/connections-store.ts';
import { usePreview } from '../editor/preview-store.ts';
import { addInput } from './row-actions.ts';

/** What stands in the tab while a prompt has no test inputs. */
export function NoInputs({
  place,
  isReadOnly,
}: {
  readonly place: PromptPlace;
  readonly isReadOnly: boolean;
}) {
  const values = usePreview((state) => state.values[placeKey(place)]) ?? {};
  const hasValues = Object.keys(values).length > 0;
  return (
    <EmptyState
      icon={<IconTestPipe size={28} aria-hidden />}
      title="No test inputs yet"
      action={
        isReadOnly ? null : (
          <span style={{ display: 'flex', gap: 8, justifyContent: 'center' }}>
            <Button onClick={() => addInput(place)}>Add test input</Button>
            {hasValues ? (
              <Button variant="default" onClick={() => addInput(place, values)}>
                From the values in the preview
              </Button>
            ) : null}
          </span>
        )
      }
    >
      A test input is a set of values, such as “German, premium”, and what the finished text has to be with
      them. Ten of them show before a promotion how the new words read, beside those of stable.
    </EmptyState>
  );
}
