import type { Command } from '../../command.ts';
import { placeKey } from '../connections/connections-store.ts';
import { usePreview } from '../editor/preview-store.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { addInput } from './row-actions.ts';
import { useTestInputs } from './test-inputs-store.ts';
import { useTestView } from './test-view-store.ts';

async function openAndAdd(withValues: boolean): Promise<void> {
  const place = currentPlace();
  if (!place) return;
  useNavigation.getState().openTab('test-inputs');
  useTestView.getState().choose(place, { view: 'inputs', evaluation: undefined });
  await useTestInputs.getState().load(place);
  const values = usePreview.getState().values[placeKey(place)] ?? {};
  addInput(place, withValues ? values : {});
}

export const addTestInput: Command = {
  id: 'add-test-input',
  name: 'Add test input',
  group: 'Prompt',
  keywords: ['test', 'value set', 'check'],
  needs: 'editor',
  isAvailable: () => currentPlace() !== null,
  run: () => void openAndAdd(false),
};

export const testInputFromValues: Command = {
  id: 'test-input-from-values',
  name: 'Test input from these values',
  group: 'Prompt',
  keywords: ['preview', 'value set'],
  needs: 'editor',
  isAvailable() {
    const place = currentPlace();
    const values = place && usePreview.getState().values[placeKey(place)];
    return Object.keys(values ?? {}).length > 0;
  },
  run: () => void openAndAdd(true),
};

const showResults: Command = {
  id: 'show-test-results',
  name: 'Show results of the test inputs',
  group: 'Prompt',
  keywords: ['evaluation', 'candidate', 'stable', 'checks'],
  isAvailable: () => currentPlace() !== null,
  run() {
    const place = currentPlace();
    if (!place) return;
    useNavigation.getState().openTab('test-inputs');
    useTestView.getState().choose(place, { view: 'results', evaluation: undefined });
  },
};

/** What can be done with the test inputs of the open prompt. */
export const testInputCommands: readonly Command[] = [addTestInput, testInputFromValues, showResults];
