import { memo } from 'react';
import type { PreviewValues, PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { FinishedText } from '../../format/finished-text.ts';
import { usePreview } from './preview-store.ts';
import classes from './side-panel.module.css';
import { VariableField } from './variable-field.tsx';

interface VariablesPanelProps {
  readonly place: PromptPlace;
  readonly finished: FinishedText;
  readonly values: PreviewValues;
}

/** The values that the prompt is tried with: one field per variable. */
export const VariablesPanel = memo(function VariablesPanel({ place, finished, values }: VariablesPanelProps) {
  const setValue = usePreview((state) => state.setValue);
  return (
    <section aria-label="Variables" className={classes.panel}>
      <header className={classes.header}>
        <h2 className={classes.title}>Variables</h2>
        <span className={classes.aside}>Kept on this machine, to try the prompt</span>
      </header>
      {finished.variables.length === 0 ? (
        <p className={classes.empty}>
          This text has no variables. Write <code>{'{{name}}'}</code> where the application inserts a value.
        </p>
      ) : (
        <div className={classes.fields}>
          {finished.variables.map((variable) => (
            <VariableField
              key={variable.name}
              variable={variable}
              value={own(values, variable.name) ?? ''}
              fault={own(finished.invalid, variable.name)}
              isUsed={finished.used.has(variable.name)}
              onChange={(value) => setValue(place, variable.name, value)}
            />
          ))}
        </div>
      )}
    </section>
  );
});

/** A variable may be called “constructor”: only what was put there counts. */
function own(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}
