import { NativeSelect } from '@mantine/core';
import type { PreviewValues } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import type { FinishedText } from '../../format/finished-text.ts';
import classes from './value-fields.module.css';

interface ValueFieldsProps {
  readonly finished: FinishedText;
  readonly values: PreviewValues;
  readonly onChange: (name: string, value: string) => void;
}

/** One field for each variable that the text uses. */
export function ValueFields({ finished, values, onChange }: ValueFieldsProps) {
  const own = (texts: Readonly<Record<string, string>>, name: string) =>
    Object.hasOwn(texts, name) ? texts[name] : undefined;
  return (
    <div className={classes.fields}>
      {finished.variables
        .filter(({ name }) => finished.used.has(name))
        .map((variable) => {
          const { name, required } = variable;
          const fault = own(finished.invalid, name);
          const common = {
            label: name,
            withAsterisk: required,
            value: own(values, name) ?? '',
            error: fault ? `This ${fault}.` : undefined,
          };
          const choices = listChoices(variable);
          const standard = variable.default === undefined ? '' : `default: ${variable.default}`;
          return choices ? (
            <NativeSelect
              key={name}
              {...common}
              data={[{ value: '', label: standard || 'Choose…' }, ...choices]}
              onChange={(event) => onChange(name, event.currentTarget.value)}
            />
          ) : (
            <GrowingTextarea
              key={name}
              {...common}
              minRows={1}
              maxRows={6}
              placeholder={standard}
              onChange={(event) => onChange(name, event.currentTarget.value)}
            />
          );
        })}
    </div>
  );
}

function listChoices({ type, choices }: VariableDeclaration) {
  if (type === 'boolean') {
    return [
      { value: 'true', label: 'yes' },
      { value: 'false', label: 'no' },
    ];
  }
  if (type !== 'choice') return null;
  return (choices ?? []).map((choice) => ({ value: choice, label: choice }));
}
