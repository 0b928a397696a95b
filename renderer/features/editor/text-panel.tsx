import { useEffect, useId, useMemo } from 'react';
import type { PromptPlace, TextView } from '#core/contract/workspace-shapes.ts';
import type { TextProblem } from '#core/domain/problems.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { withoutCarriageReturns } from '../../monaco/line-endings.ts';
import { PromptEditor } from '../../monaco/prompt-editor.tsx';
import type { ColorScheme } from '../../monaco/typography.ts';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useOpenPrompts } from '../shell/open-prompts-store.ts';
import { applyFix } from './apply-fix.ts';
import { useDrafts } from './drafts-store.ts';
import { useEditor } from './editor-store.ts';
import { goToProblem } from './go-to-problem.ts';
import { goToVariableField } from './go-to-variable-field.ts';
import { usePreview } from './preview-store.ts';
import { ProblemCard } from './problem-card.tsx';
import { ProblemsList } from './problems-list.tsx';
import { ProofreadText } from './proofread-text.tsx';
import { useSpelling } from './spelling.ts';
import { TextFooter } from './text-footer.tsx';
import { TextMenu } from './text-menu.tsx';
import classes from './text-panel.module.css';
import { TextQuestionPanel } from './text-question-panel.tsx';
import { useTextTools } from './text-tools-store.ts';
import { useStableText } from './use-stable-text.ts';
import { useTextReport } from './use-text-report.ts';

interface TextPanelProps {
  readonly place: PromptPlace;
  readonly typography: Typography;
  readonly colorScheme: ColorScheme;
  readonly isReadOnly: boolean;
}

const noValues = {};
const noVariables: readonly VariableDeclaration[] = [];

/** The text, and what is said of it below: problems and counts. */
export function TextPanel({ place, typography, colorScheme, isReadOnly }: TextPanelProps) {
  const key = placeKey(place);
  const content = useEditor((state) => state.documents[key]?.content ?? '');
  const variables = useEditor((state) => state.documents[key]?.variables) ?? noVariables;
  const values = usePreview((state) => state.values[key]) ?? noValues;
  const write = useEditor((state) => state.write);
  const {
    setHandle,
    setSelected,
    setReadOnly,
    setStable,
    openMenu,
    selected,
    isProofreading,
    setProofreading,
    areProblemsOpen,
    toggleProblems,
  } = useTextTools();
  const stable = useStableText(place);
  const spelling = useSpelling();
  const listId = useId();
  const levelled = useMemo(() => withoutCarriageReturns(content), [content]);
  const report = useTextReport({ content: levelled, variables, values, stable, selected });
  const problems = report?.problems;
  const isListOpen = areProblemsOpen && problems !== undefined && problems.length > 0;
  useEffect(() => setReadOnly(isReadOnly), [setReadOnly, isReadOnly]);
  useEffect(() => setStable(stable), [setStable, stable]);
  const fix = (problem: TextProblem, label: string) => applyFix(place, problem, label);
  return (
    <div className={classes.panel}>
      <div className={classes.text}>
        {isProofreading ? (
          <ProofreadText text={levelled} typography={typography} onDone={() => setProofreading(false)} />
        ) : null}
        <div className={classes.editor} inert={isProofreading}>
          <PromptEditor
            modelKey={key}
            value={content}
            onChange={(next) => write(place, { content: next })}
            variables={variables}
            onVariablesChange={(restored) => write(place, { variables: restored })}
            problems={problems}
            spelling={spelling}
            typography={typography}
            colorScheme={colorScheme}
            readOnly={isReadOnly}
            ariaLabel="Prompt text"
            onReady={setHandle}
            onSelect={setSelected}
            initialView={initialViewOf(place)}
            onView={(view) => useDrafts.getState().noteView(place, view)}
            onOpenVariable={goToVariableField}
            onMenu={openMenu}
          />
        </div>
      </div>
      {isListOpen ? (
        <ProblemsList
          id={listId}
          problems={problems}
          onGoTo={goToProblem}
          onFix={isReadOnly ? undefined : fix}
        />
      ) : null}
      <ProblemCard onFix={isReadOnly ? undefined : fix} />
      <TextQuestionPanel place={place} variables={variables} />
      <TextMenu
        isReadOnly={isReadOnly}
        problemAt={(offset) => problems?.find((problem) => standsAt(problem, offset))}
        onFix={fix}
      />
      <TextFooter
        report={report}
        listId={listId}
        isListOpen={isListOpen}
        onToggleList={toggleProblems}
        isReadOnly={isReadOnly}
      />
    </div>
  );
}

/** Where the caret stood when the text was last open. */
function initialViewOf(place: PromptPlace): TextView | null {
  const { open } = useOpenPrompts.getState();
  const tab = open.find(
    ({ connection, prompt }) => connection === place.connection && prompt === place.prompt,
  );
  return useDrafts.getState().viewOf(place) ?? tab?.view ?? null;
}

function standsAt({ places }: TextProblem, offset: number): boolean {
  return places.some(({ start, end }) => start <= offset && offset <= end);
}
