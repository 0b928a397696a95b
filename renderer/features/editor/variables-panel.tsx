import { ActionIcon, Tooltip } from '@mantine/core';
import { shallowEqual } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { memo, useMemo, useState } from 'react';
import type { PreviewValues, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { areSameVariables } from '#core/domain/same-variables.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import type { FinishedText } from '../../format/finished-text.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from './editor-store.ts';
import { usePreview } from './preview-store.ts';

import classes from './side-panel.module.css';
import { useTextTools } from './text-tools-store.ts';
import { useUndoOutsideText } from './use-undo-outside-text.ts';
import { ValueSetsBar } from './value-sets-bar.tsx';
import { VariableDialog, type VariableSubject } from './variable-dialog.tsx';
import { VariableField } from './variable-field.tsx';

interface VariablesPanelProps {
  readonly place: PromptPlace;
  readonly finished: FinishedText;
  readonly values: PreviewValues;
  readonly isReadOnly: boolean;
}

const newVariable: VariableDeclaration = { name: '', type: 'text', required: true };

/** The values that the prompt is tried with: one field per variable. */
export const VariablesPanel = memo(function VariablesPanel(props: VariablesPanelProps) {
  const { place, finished, values, isReadOnly } = props;
  const [subject, setSubject] = useState<VariableSubject | null>(null);
  useUndoOutsideText();
  const setValue = usePreview((state) => state.setValue);
  const declared = useEditor((state) => state.documents[placeKey(place)]?.variables);
  const declaredNames = useMemo(() => new Set(declared?.map(({ name }) => name)), [declared]);
  return (
    <section aria-label="Variables" className={classes.panel}>
      <header className={classes.header}>
        <h2 className={classes.title}>Variables</h2>
        {isReadOnly ? null : (
          <span className={classes.actions}>
            <Tooltip label="Add variable">
              <ActionIcon
                size={26}
                aria-label="Add variable"
                onClick={() => setSubject({ variable: newVariable, isDeclared: false })}
              >
                <IconPlus size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </span>
        )}
      </header>
      {finished.variables.length === 0 ? (
        <p className={classes.empty}>
          This text has no variables.
          {isReadOnly ? null : (
            <>
              {' '}
              Select a word that changes from call to call and choose <b>Make variable</b> below the text, or
              write <code>{'{{name}}'}</code> where the application inserts a value.
            </>
          )}
        </p>
      ) : (
        <div className={classes.fields}>
          <ValueSetsBar place={place} variables={finished.variables} isReadOnly={isReadOnly} />
          {finished.variables.map((variable) => {
            const { name } = variable;
            const isDeclared = declaredNames.has(name);
            return (
              <VariableField
                key={name}
                variable={variable}
                value={own(values, name) ?? ''}
                fault={own(finished.invalid, name)}
                isUsed={finished.used.has(name)}
                isDeclared={isDeclared}
                onEdit={isReadOnly ? undefined : () => setSubject({ variable, isDeclared })}
                onInsert={isReadOnly ? undefined : () => insertAtCaret(name)}
                onChange={(value) => setValue(place, name, value)}
              />
            );
          })}
        </div>
      )}
      <VariableDialog place={place} subject={subject} onClose={() => setSubject(null)} />
    </section>
  );
}, areSameFields);

/** Each letter makes a new finished text, hardly ever other fields. */
function areSameFields(before: VariablesPanelProps, after: VariablesPanelProps): boolean {
  const [one, other] = [before.finished, after.finished];
  return (
    before.place === after.place &&
    before.values === after.values &&
    before.isReadOnly === after.isReadOnly &&
    one.used.size === other.used.size &&
    [...one.used].every((name) => other.used.has(name)) &&
    shallowEqual(one.invalid, other.invalid) &&
    areSameVariables(one.variables, other.variables)
  );
}

function insertAtCaret(name: string): void {
  const { handle } = useTextTools.getState();
  handle?.insertText(`{{${name}}}`);
  handle?.focus();
}

/** A variable may be called “constructor”: only what was put there counts. */
function own(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}
