import { variableFieldId } from './variable-field.tsx';

/** Sends the focus to a variable's field in the Variables panel. */
export function goToVariableField(name: string): void {
  const field = document.getElementById(variableFieldId(name));
  field?.scrollIntoView({ block: 'nearest' });
  field?.focus();
}
