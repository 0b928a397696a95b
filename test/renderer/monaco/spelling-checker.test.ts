import { describe, expect, it, vi } from 'vitest';
import { SpellingChecker } from '#renderer/monaco/spelling-checker.ts';

function createEngine(wrong: readonly string[]) {
  const findMisspelt = vi.fn((words: readonly string[]) => words.filter((word) => wrong.includes(word)));
  return { findMisspelt, suggest: (word: string) => [`better ${word}`] };
}

describe('a spelling checker', () => {
  it('asks for each word once, as dictionaries write it', () => {
    const engine = createEngine(["dont'", "do'nt"]);
    const checker = new SpellingChecker(engine);
    expect([...checker.findMisspelt(['do’nt', 'fine', 'do’nt'])]).toEqual(['do’nt']);
    expect([...checker.findMisspelt(['do’nt', 'fine'])]).toEqual(['do’nt']);
    expect(engine.findMisspelt.mock.calls).toEqual([[["do'nt", 'fine']]]);
    expect(checker.suggest('do’nt')).toEqual(["better do'nt"]);
  });

  it('knows that a dictionary is still on its way', () => {
    const wrong: string[] = [];
    const checker = new SpellingChecker(createEngine(wrong));
    expect(checker.isReady).toBe(false);
    wrong.push('qzxvkjq');
    expect(checker.isReady).toBe(true);
  });

  it('takes a learned word for right, and tells so', () => {
    const checker = new SpellingChecker(createEngine(['promptforge']));
    const told = vi.fn();
    const stop = checker.onChange(told);
    expect(checker.findMisspelt(['promptforge']).size).toBe(1);
    checker.learn('promptforge');
    expect(checker.findMisspelt(['promptforge']).size).toBe(0);
    stop();
    checker.forget();
    expect(told).toHaveBeenCalledTimes(1);
    expect(checker.findMisspelt(['promptforge']).size).toBe(0);
  });
});
