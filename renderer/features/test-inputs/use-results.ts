import { useEffect, useMemo, useRef, useState } from 'react';
import type { DraftInput, TestResult } from '#core/contract/test-shapes.ts';
import type { DeclaredText } from '#core/domain/declared-text.ts';
import { type EvaluatedText, evaluateInput } from '#core/domain/evaluate-input.ts';
import { parseTemplate } from '#core/domain/template.ts';
import { effectiveVariables } from '#core/domain/variables.ts';
import { findInputFaults, toTestInput } from './draft-inputs.ts';
import { createPatternMatcher } from './pattern-matcher.ts';

/** While somebody types, nothing is evaluated; in milliseconds. */
const pause = 200;

interface Results {
  /** By the id of the test input; absent until it was evaluated. */
  readonly byId: ReadonlyMap<string, TestResult>;
  /** True while the newest inputs and texts have not been evaluated. */
  readonly isRunning: boolean;
}

const nothing: ReadonlyMap<string, TestResult> = new Map();

/**
 * Renders and checks the test inputs as they stand in the table with two texts, on this machine: it follows what is
 * typed. A check that is not finished yet is left out.
 */
export function useResults(
  inputs: readonly DraftInput[],
  candidate: DeclaredText | null,
  baseline: DeclaredText | null,
): Results {
  const left = useMemo(() => candidate && compile(candidate), [candidate]);
  const right = useMemo(() => baseline && compile(baseline), [baseline]);
  const [done, setDone] = useState<{ inputs: unknown; left: unknown; right: unknown } | null>(null);
  const [byId, setById] = useState(nothing);
  const known = useRef({ left, right, results: new WeakMap<DraftInput, TestResult>() });

  useEffect(() => {
    if (!left) return;
    let isOver = false;
    const patterns = createPatternMatcher();
    if (known.current.left !== left || known.current.right !== right) {
      known.current = { left, right, results: new WeakMap() };
    }
    const kept = known.current.results;
    const run = async () => {
      const results = new Map<string, TestResult>();
      for (const draft of inputs) {
        let result = kept.get(draft);
        if (!result) {
          result = await evaluate(draft, left, right, patterns.match);
          await nextTurn();
        }
        if (isOver) return;
        kept.set(draft, result);
        results.set(draft.id, result);
      }
      if (isOver) return;
      setById(results);
      setDone({ inputs, left, right });
    };
    const timer = setTimeout(() => void run(), pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
      patterns.close();
    };
  }, [inputs, left, right]);

  const isRunning = done?.inputs !== inputs || done?.left !== left || done?.right !== right;
  return { byId, isRunning };
}

const nextTurn = () => new Promise((resolve) => setTimeout(resolve));

function compile({ content, variables }: DeclaredText): EvaluatedText {
  const template = parseTemplate(content);
  return { template, variables: effectiveVariables(template, variables) };
}

async function evaluate(
  draft: DraftInput,
  candidate: EvaluatedText,
  baseline: EvaluatedText | null,
  match: Parameters<typeof evaluateInput>[2],
): Promise<TestResult> {
  const faults = findInputFaults(draft);
  const checks = draft.checks.filter(({ id }) => !Object.hasOwn(faults, `check ${id}`));
  const input = toTestInput({ ...draft, checks }, candidate.variables);
  return {
    input: { id: input.id, title: draft.title, variables: input.variables },
    candidate: await evaluateInput(candidate, input, match),
    baseline: baseline && (await evaluateInput(baseline, input, match)),
  };
}
