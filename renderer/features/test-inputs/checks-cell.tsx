import { IconPlus, IconX } from '@tabler/icons-react';
import type { DraftInput } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { checkNames } from '../../format/describe-check.ts';
import classes from './checks-cell.module.css';
import { useTestInputs } from './test-inputs-store.ts';
import fields from './value-cell.module.css';

interface ChecksCellProps {
  readonly place: PromptPlace;
  readonly input: DraftInput;
  readonly faults: Readonly<Record<string, string>>;
  readonly isReadOnly: boolean;
}

const kinds = Object.entries(checkNames);
const hints = {
  contains: 'words',
  'not-contains': 'words',
  matches: 'pattern',
  'max-length': 'number',
  'is-json': '',
};

/** What the finished text of a test input is checked for, one line a check. */
export function ChecksCell({ place, input, faults, isReadOnly }: ChecksCellProps) {
  const { addCheck, changeCheck, removeCheck } = useTestInputs.getState();
  const name = input.title || 'this test input';
  return (
    <div className={classes.checks}>
      {input.checks.map(({ id, kind, value }, index) => {
        const fault = faults[`check ${id}`];
        const label = `check ${index + 1} of ${name}`;
        return (
          <div key={id} className={classes.check} data-fault={fault !== undefined || undefined}>
            <select
              className={classes.kind}
              aria-label={`Kind of ${label}`}
              disabled={isReadOnly}
              value={kind}
              onChange={(event) =>
                changeCheck(place, input.id, id, { kind: event.currentTarget.value as typeof kind })
              }
            >
              {kinds.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
            {kind === 'is-json' ? null : (
              <input
                className={classes.checkValue}
                aria-label={`Value of ${label}`}
                aria-invalid={fault !== undefined || undefined}
                inputMode={kind === 'max-length' ? 'numeric' : 'text'}
                readOnly={isReadOnly}
                spellCheck={kind !== 'matches'}
                placeholder={hints[kind]}
                value={value}
                onChange={(event) => changeCheck(place, input.id, id, { value: event.currentTarget.value })}
              />
            )}
            {isReadOnly ? null : (
              <button
                type="button"
                className={classes.small}
                aria-label={`Remove ${label}`}
                title="Remove check"
                onClick={() => removeCheck(place, input.id, id)}
              >
                <IconX size={13} aria-hidden />
              </button>
            )}
            {fault ? <p className={fields.fault}>{fault}</p> : null}
          </div>
        );
      })}
      {isReadOnly || input.checks.length >= 50 ? null : (
        <button
          type="button"
          className={classes.addCheck}
          aria-label={`Add check to ${name}`}
          onClick={(event) => {
            const cell = event.currentTarget.parentElement;
            addCheck(place, input.id);
            requestAnimationFrame(() => [...(cell?.querySelectorAll('select') ?? [])].at(-1)?.focus());
          }}
        >
          <IconPlus size={13} aria-hidden />
          Add check
        </button>
      )}
    </div>
  );
}
