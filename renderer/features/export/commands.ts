import type { Command } from '../../command.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { exportOpenPrompt } from './export-store.ts';

const hasPrompt = () => currentPlace() !== null;

/** How prompts go out. */
export const exportCommands: readonly Command[] = [
  {
    id: 'export-everything',
    name: 'Export everything',
    group: 'File',
    keywords: ['backup', 'download', 'history', 'jsonl'],
    run: () => useNavigation.getState().openDialog('export'),
  },
  {
    id: 'export-text',
    name: 'Export this prompt as text',
    group: 'File',
    keywords: ['download', 'txt'],
    isAvailable: hasPrompt,
    run: () => void exportOpenPrompt('txt'),
  },
  {
    id: 'export-markdown',
    name: 'Export this prompt as Markdown',
    group: 'File',
    keywords: ['download', 'md'],
    isAvailable: hasPrompt,
    run: () => void exportOpenPrompt('md'),
  },
];
