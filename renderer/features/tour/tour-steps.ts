import { useConnections } from '../connections/connections-store.ts';
import { useLibrary } from '../library/library-store.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';

export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** Finds the control that the step is about. */
  readonly find: () => Element | null;
  /** Brings it onto the screen. */
  readonly prepare?: () => void;
}

const query = (selector: string) => () => document.querySelector(selector);

/** The first prompt there is stands for all of them, where none is open. */
function openAPrompt(): void {
  if (currentPlace()) return;
  const prompts = useLibrary.getState().prompts[useConnections.getState().currentId];
  const first = prompts?.find(({ name }) => name === 'support-agent') ?? prompts?.[0];
  if (first) useNavigation.getState().openPrompt(first.name);
}

const openTab = (tab: 'edit' | 'promotion') => () => {
  openAPrompt();
  useNavigation.getState().openTab(tab);
};

/** What everybody should have seen once: five places. */
export const tourSteps: readonly TourStep[] = [
  {
    title: 'Your prompts',
    text: 'Each one is a text that your application sends to a model. These are samples: change them as you like.',
    find: query('nav[aria-label="Prompt list"]'),
  },
  {
    title: 'Write here',
    text: 'Your text is kept as a draft while you type. Words in double braces are filled in later.',
    find: query('main section[aria-label="Prompt text"]'),
    prepare: openTab('edit'),
  },
  {
    title: 'See how it reads',
    text: 'Fill in values and the finished text appears below, exactly as the application will get it.',
    find: query('main section[aria-label="Variables"]'),
    prepare: openTab('edit'),
  },
  {
    title: 'Save a version',
    text: 'A version never changes. Nothing reaches your application yet.',
    find: query('main [data-command="save-version"]'),
    prepare: openTab('edit'),
  },
  {
    title: 'Promote it',
    text: 'Here a version becomes stable: the one that applications get. Going back takes seconds.',
    // While a request waits there is no such button.
    find: () =>
      document.querySelector(
        'main :is([data-command="promote-to-stable"], [data-command="request-promotion"])',
      ) ?? document.querySelector('main [role=tab][aria-selected=true]'),
    prepare: openTab('promotion'),
  },
];
