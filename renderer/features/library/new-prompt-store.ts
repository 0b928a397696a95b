import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { Version } from '#core/contract/shapes.ts';
import { findContentFault } from '#core/domain/content.ts';
import { isPromptName, nameForTitle, suggestPromptName } from '#core/domain/prompt-name.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';

export interface NewPromptForm {
  readonly title: string;
  readonly name: string;
  /** True once the name was typed by hand: it then no longer follows the title. */
  readonly isNameOwn: boolean;
  readonly description: string;
  readonly content: string;
}

export type FieldFaults = Partial<Record<'title' | 'name' | 'description' | 'content', string>>;

interface NewPromptState {
  readonly form: NewPromptForm;
  readonly faults: FieldFaults;
  readonly isCreating: boolean;
  readonly error: BridgeError | null;
  change(change: Partial<Pick<NewPromptForm, 'title' | 'name' | 'description' | 'content'>>): void;
  /** Creates the prompt; `null` where that failed, with the reason in `faults` or `error`. */
  create(connection: string): Promise<Version | null>;
}

const emptyForm: NewPromptForm = { title: '', name: '', isNameOwn: false, description: '', content: '' };

/** The New prompt form. It is kept until the prompt exists, also when the window closes. */
export const useNewPrompt = create<NewPromptState>()(
  persist(
    (set, get) => ({
      form: emptyForm,
      faults: {},
      isCreating: false,
      error: null,
      change(change) {
        const form = { ...get().form, ...change };
        const isNameOwn = change.name === undefined ? form.isNameOwn : change.name !== '';
        const name = isNameOwn ? form.name : suggestPromptName(form.title) || nameForTitle(form.title);
        const changed = new Set(Object.keys(change));
        const faults = Object.fromEntries(
          Object.entries(get().faults).filter(([field]) => !changed.has(field) && field !== 'name'),
        );
        set({ form: { ...form, name, isNameOwn }, faults, error: null });
      },
      async create(connection) {
        const { title, name, description, content } = get().form;
        const faults = findFaults(get().form);
        set({ faults, error: null });
        if (Object.keys(faults).length > 0 || get().isCreating) return null;
        set({ isCreating: true });
        try {
          const version = await unwrap(
            bridge.prompts.create({ connection, name, title: title.trim(), description, content }),
          );
          set({ form: emptyForm, isCreating: false });
          return version;
        } catch (thrown) {
          const error = toBridgeError(thrown);
          const isNameTaken = error.code === 'prompt-exists';
          set({
            isCreating: false,
            error: isNameTaken ? null : error,
            faults: isNameTaken
              ? { name: 'A prompt with this name exists already. Choose another one.' }
              : {},
          });
          return null;
        }
      },
    }),
    {
      name: 'promptforge-new-prompt',
      storage: createJSONStorage(() => globalThis.localStorage),
      partialize: ({ form }) => ({ form }),
    },
  ),
);

function findFaults({ title, name, content }: NewPromptForm): FieldFaults {
  const faults: FieldFaults = {};
  if (title.trim() === '') faults.title = 'Give the prompt a title.';
  else if (title.trim().length > 200) faults.title = 'Use at most 200 characters.';
  if (!isPromptName(name)) {
    faults.name =
      name === ''
        ? 'Give the prompt a name: applications fetch it by this name.'
        : 'Use lower-case letters, digits and “-”, and “/” for folders; begin and end every part with a letter or digit.';
  }
  const fault = findContentFault(content);
  if (fault) faults.content = content === '' ? 'Write the first text; you can change it at any time.' : fault;
  return faults;
}
