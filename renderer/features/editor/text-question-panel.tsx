import { useMemo } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { FloatingPanel } from './floating-panel.tsx';
import { MakeVariablePanel } from './make-variable-panel.tsx';
import { RenameVariablePanel } from './rename-variable-panel.tsx';
import { type TextQuestion, useTextTools } from './text-tools-store.ts';

interface TextQuestionPanelProps {
  readonly place: PromptPlace;
  readonly variables: readonly VariableDeclaration[];
}

/** What is asked at the caret, where something is. */
export function TextQuestionPanel(props: TextQuestionPanelProps) {
  const question = useTextTools((state) => state.question);
  return question ? <OpenQuestion {...props} question={question} /> : null;
}

const labels = { 'make-variable': 'Make variable', 'rename-variable': 'Rename variable' } as const;

function OpenQuestion({
  place,
  variables,
  question,
}: TextQuestionPanelProps & { readonly question: TextQuestion }) {
  const close = useTextTools((state) => state.closeQuestion);
  const at = useMemo(() => question && placeOfQuestion(), [question]);
  return (
    <FloatingPanel label={labels[question.kind]} place={at} onClose={close}>
      {question.kind === 'make-variable' ? (
        <MakeVariablePanel place={place} question={question} variables={variables} onDone={close} />
      ) : (
        <RenameVariablePanel place={place} name={question.name} onDone={close} />
      )}
    </FloatingPanel>
  );
}

/** At the caret; in the middle of the window where the caret is out of sight. */
function placeOfQuestion() {
  const place = useTextTools.getState().handle?.getCaretPlace();
  const isSeen = place && place.top > 0 && place.top < innerHeight - 40;
  return isSeen ? place : { left: innerWidth / 3, top: innerHeight / 3, height: 0 };
}
