import type { VariableConflict } from '#core/domain/merge/merge-variables.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { Segmented } from '../../components/segmented.tsx';
import classes from './conflict-card.module.css';
import type { MergeChoices } from './merge-choices.ts';

interface VariableConflictsProps {
  readonly conflicts: readonly VariableConflict[];
  readonly choices: MergeChoices;
  readonly author: string;
  readonly onChange: (change: Partial<MergeChoices>) => void;
}

/** Variables that both described differently, each with the question whose description stands. */
export function VariableConflicts({ conflicts, choices, author, onChange }: VariableConflictsProps) {
  return conflicts.map(({ name, mine, theirs }) => {
    const chosen = choices.variables.get(name) ?? null;
    return (
      <fieldset key={name} className={classes.card} data-decided={chosen !== null || undefined}>
        <legend className={classes.legend}>Variable “{name}”: both of you changed it</legend>
        <div className={classes.sides}>
          <div className={classes.side} data-taken={chosen === 'mine' || undefined}>
            <p className={classes.title}>Yours</p>
            <p className={classes.words}>{describeDeclaration(mine)}</p>
          </div>
          <div className={classes.side} data-taken={chosen === 'theirs' || undefined}>
            <p className={classes.title}>{author}’s</p>
            <p className={classes.words}>{describeDeclaration(theirs)}</p>
          </div>
        </div>
        <div className={classes.choice}>
          <Segmented
            label={`Which description of ${name} stands`}
            options={[
              { value: 'mine', label: 'Yours' },
              { value: 'theirs', label: 'Theirs' },
            ]}
            value={chosen}
            onChange={(side) => onChange({ variables: new Map(choices.variables).set(name, side) })}
          />
        </div>
      </fieldset>
    );
  });
}

const typeNames = { text: 'Text', number: 'Number', boolean: 'Yes or no', choice: 'Choice' } as const;

function describeDeclaration(declaration: VariableDeclaration | null): string {
  if (!declaration) return 'Taken out';
  const { type, required, choices, description, example } = declaration;
  return [
    `${typeNames[type]}, ${required ? 'required' : 'optional'}`,
    ...(choices ? [`Choices: ${choices.join(', ')}`] : []),
    ...(declaration.default === undefined ? [] : [`Default: ${declaration.default}`]),
    ...(description ? [description] : []),
    ...(example ? [`Example: ${example}`] : []),
  ].join('\n');
}
