import { useMemo } from 'react';
import { create } from 'zustand';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { PromptTab, ReviewedVersion, View } from '../../format/address.ts';
import type { SettingsSection } from '../../format/settings-sections.ts';
import { useConnections } from '../connections/connections-store.ts';

export type Dialog =
  | 'new-prompt'
  | 'details'
  | 'add-tag'
  | 'duplicate'
  | 'save-version'
  | 'merge'
  | 'outbox'
  | 'earlier-drafts'
  | 'promote'
  | 'apply-promotion'
  | 'roll-back'
  | 'kept-result'
  | 'prompt-policy'
  | 'add-member'
  | 'member'
  | 'add-webhook'
  | 'webhook'
  | 'use-in-code'
  | 'import'
  | 'export'
  | 'verify-log'
  | 'copy'
  | 'move'
  | 'registry'
  | 'audit-record'
  | 'shortcuts';

interface NavigationState {
  readonly view: View;
  /** The open prompt's name; `null` where none is open. */
  readonly prompt: string | null;
  readonly tab: PromptTab;
  /** The section of Settings; `null` where none was asked for. */
  readonly section: SettingsSection | null;
  /** What of Activity is shown, as in its address. */
  readonly within: string;
  /** The open review; `null` where the queue is shown. */
  readonly review: ReviewedVersion | null;
  readonly dialog: Dialog | null;
  /** Which of several things the dialog is about, for example a promotion's id. */
  readonly dialogSubject: string | null;
  openView(view: View): void;
  openReview(review: ReviewedVersion): void;
  openSettings(section: SettingsSection): void;
  openActivity(within: string): void;
  openPrompt(prompt: string, tab?: PromptTab): void;
  openTab(tab: PromptTab): void;
  /** Takes off the screen what another registry might not have. */
  leaveRegistry(): void;
  openDialog(dialog: Dialog, subject?: string): void;
  closeDialog(): void;
}

/** Where the user is: which view, which prompt, which tab, which dialog. */
export const useNavigation = create<NavigationState>()((set, get) => ({
  view: 'prompts',
  prompt: null,
  tab: 'edit',
  section: null,
  within: '',
  review: null,
  dialog: null,
  dialogSubject: null,
  openView: (view) =>
    set({
      view,
      prompt: view === 'prompts' ? null : get().prompt,
      section: null,
      within: '',
      review: null,
      dialog: null,
    }),
  openReview: (review) => set({ view: 'reviews', review, dialog: null }),
  openSettings: (section) => set({ view: 'settings', section, dialog: null }),
  openActivity: (within) => set({ view: 'activity', within, dialog: null }),
  openPrompt: (prompt, tab = 'edit') => set({ view: 'prompts', prompt, tab, dialog: null }),
  openTab(tab) {
    if (get().prompt !== null) set({ view: 'prompts', tab, dialog: null });
  },
  leaveRegistry: () => set({ prompt: null, review: null, within: '', dialog: null }),
  openDialog: (dialog, subject) => set({ dialog, dialogSubject: subject ?? null }),
  closeDialog: () => set({ dialog: null }),
}));

/** The prompt on the screen and its registry; `null` where none is. */
export function currentPlace(): PromptPlace | null {
  const { view, prompt } = useNavigation.getState();
  if (view !== 'prompts' || prompt === null) return null;
  return { connection: useConnections.getState().currentId, prompt };
}

/** The same for a component: it is drawn again when the place changes. */
export function useCurrentPlace(): PromptPlace | null {
  const connection = useConnections((state) => state.currentId);
  const prompt = useNavigation((state) => (state.view === 'prompts' ? state.prompt : null));
  return useMemo(() => (prompt === null ? null : { connection, prompt }), [connection, prompt]);
}
