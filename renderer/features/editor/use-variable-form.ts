import { useState } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { placeKey } from '../connections/connections-store.ts';
import { toVariableForm, type VariableForm } from './variable-form.ts';

/** What was typed into a dialog that was closed without an answer, by place and variable. */
const typed = new Map<string, Partial<VariableForm>>();

/**
 * The form of a variable. What was typed outlives the dialog: Escape or a click beside it says neither that it is
 * wanted nor that it is not.
 */
export function useVariableForm(place: PromptPlace, variable: VariableDeclaration) {
  const key = `${placeKey(place)} ${variable.name}`;
  const [wasTyped] = useState(() => typed.has(key));
  const [form, setForm] = useState<VariableForm>(() => ({ ...toVariableForm(variable), ...typed.get(key) }));
  return {
    form,
    /** True where it begins with what was typed before. */
    wasTyped,
    change(next: Partial<VariableForm>) {
      typed.set(key, { ...typed.get(key), ...next });
      setForm({ ...form, ...next });
    },
    /** It is kept, or not wanted. */
    settle: () => void typed.delete(key),
  };
}
