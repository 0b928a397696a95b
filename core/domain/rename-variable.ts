import type { DeclaredText } from './declared-text.ts';
import { isVariableName, parseTemplate } from './template.ts';

/** Gives a variable another name, everywhere in the text and in what is declared of it. */
export function renameVariable({ content, variables }: DeclaredText, from: string, to: string): DeclaredText {
  return {
    content: renameInText(content, from, to),
    variables: variables.map((variable) => (variable.name === from ? { ...variable, name: to } : variable)),
  };
}

/** Says in words why a variable cannot get this name, or `null`. */
export function findRenameFault(
  { content, variables }: DeclaredText,
  from: string,
  to: string,
): string | null {
  if (to === from) return null;
  if (to === '') return 'Give it a name.';
  if (!isVariableName(to)) {
    return 'Use letters without accents, digits, “_”, “.” and “-”. Begin with a letter. No spaces, 64 characters at most.';
  }
  const isTaken =
    variables.some(({ name }) => name === to) || parseTemplate(content).variableNames.includes(to);
  return isTaken ? `There is a variable called “${to}” already.` : null;
}

/** Every token keeps its spaces: `{{ name }}` becomes `{{ other }}`. */
function renameInText(content: string, from: string, to: string): string {
  let text = '';
  for (const segment of parseTemplate(content).segments) {
    const written = content.slice(segment.start, segment.end);
    text += segment.kind === 'variable' && segment.name === from ? written.replace(from, () => to) : written;
  }
  return text;
}
