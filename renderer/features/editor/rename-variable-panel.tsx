import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { parseTemplate } from '#core/domain/template.ts';
import { useFocusAtOnce } from '../../components/use-focus-at-once.ts';
import { formatCount } from '../../format/counts.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from './editor-store.ts';
import classes from './floating-panel.module.css';

interface RenameVariablePanelProps {
  readonly place: PromptPlace;
  readonly name: string;
  readonly onDone: () => void;
}

/** Asks for another name of a variable; it changes everywhere at once. */
export function RenameVariablePanel({ place, name: before, onDone }: RenameVariablePanelProps) {
  const [name, setName] = useState(before);
  const [fault, setFault] = useState<string | null>(null);
  const field = useFocusAtOnce<HTMLInputElement>();
  const [count] = useState(() => countUses(place, before));
  const submit = () => {
    const refusal = useEditor.getState().renameVariable(place, before, name.trim());
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
      <TextInput
        label={`New name of ${before}`}
        description={`It changes in ${formatCount(count, 'place')} of the text, and where it is described.`}
        ref={field}
        data-autofocus
        spellCheck={false}
        autoComplete="off"
        value={name}
        error={fault}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setFault(null);
        }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes.actions}>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit">Rename</Button>
      </div>
    </form>
  );
}

function countUses(place: PromptPlace, name: string): number {
  const content = useEditor.getState().documents[placeKey(place)]?.content ?? '';
  const isUse = (segment: ReturnType<typeof parseTemplate>['segments'][number]) =>
    segment.kind === 'variable' && segment.name === name;
  return parseTemplate(content).segments.filter(isUse).length;
}
