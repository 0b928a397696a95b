import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { readVariableToBe } from '#core/domain/make-variable.ts';
import { isVariableName } from '#core/domain/template.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { useFocusAtOnce } from '../../components/use-focus-at-once.ts';
import { followStretch } from '../../monaco/follow-stretch.ts';
import { withoutCarriageReturns } from '../../monaco/line-endings.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from './editor-store.ts';
import classes from './floating-panel.module.css';
import { makeVariable } from './make-variable.ts';
import type { TextQuestion } from './text-tools-store.ts';

interface MakeVariablePanelProps {
  readonly place: PromptPlace;
  readonly question: Extract<TextQuestion, { kind: 'make-variable' }>;
  readonly variables: readonly VariableDeclaration[];
  readonly onDone: () => void;
}

const nameRule =
  'Use letters without accents, digits, “_”, “.” and “-”. Begin with a letter, and leave no spaces.';

const touched = { fault: 'The selected words were changed meanwhile. Select them once more.' };

/** Asks for the name of a variable that takes the place of the selected words. */
export function MakeVariablePanel({ place, question, variables, onDone }: MakeVariablePanelProps) {
  const content = useEditor((state) => state.documents[placeKey(place)]?.content ?? '');
  // A colleague's version may take the text's place while the name is being thought of.
  const wanted = useMemo(() => {
    const text = withoutCarriageReturns(content);
    const found = followStretch(question.source, text, question);
    return found ? readVariableToBe(text, found.start, found.end) : touched;
  }, [content, question]);
  const [name, setName] = useState('fault' in wanted ? '' : wanted.suggestedName);
  const [replacesAll, setReplacesAll] = useState(true);
  const [fault, setFault] = useState<string | null>(null);
  const field = useFocusAtOnce<HTMLInputElement>();
  if ('fault' in wanted) {
    return (
      <div className={classes.form}>
        <p role="alert">{wanted.fault}</p>
        <div className={classes.actions}>
          <Button variant="default" onClick={onDone} data-autofocus>
            Close
          </Button>
        </div>
      </div>
    );
  }
  const isKnown = variables.some((variable) => variable.name === name);
  const count = wanted.places.length;
  const submit = () => {
    if (!isVariableName(name)) return setFault(name === '' ? 'Give it a name.' : nameRule);
    const refusal = makeVariable(place, wanted, name, replacesAll);
    if (refusal) setFault(refusal);
    else onDone();
  };
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 className={classes.title}>Make variable</h2>
      <p className={classes.words}>“{wanted.words}” becomes its example and the value you try it with.</p>
      <TextInput
        label="Name"
        ref={field}
        data-autofocus
        spellCheck={false}
        autoComplete="off"
        value={name}
        error={fault}
        description={isKnown ? 'There is such a variable already: the text will use it.' : undefined}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setFault(null);
        }}
        onFocus={(event) => event.currentTarget.select()}
      />
      {count > 1 ? (
        <Checkbox
          label={`Replace all ${count} places`}
          checked={replacesAll}
          onChange={(event) => setReplacesAll(event.currentTarget.checked)}
        />
      ) : null}
      <div className={classes.actions}>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit">Make variable</Button>
      </div>
    </form>
  );
}
