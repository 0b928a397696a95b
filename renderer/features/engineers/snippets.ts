import { parseTemplate } from '#core/domain/template.ts';
import { effectiveVariables, type VariableDeclaration } from '#core/domain/variables.ts';

export interface Snippet {
  readonly id: string;
  readonly label: string;
  readonly code: string;
}

interface SnippetInput {
  /** For example `http://127.0.0.1:7410`. */
  readonly address: string;
  readonly prompt: string;
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
}

/** The name of the environment variable that the snippets read the key from. */
export const keyVariable = 'PROMPTFORGE_KEY';

/** Code that fetches a prompt's stable text, ready to be pasted. */
export function makeSnippets(input: SnippetInput): Snippet[] {
  const url = `${input.address}/api/v1/prompts/${encodeURIComponent(input.prompt)}`;
  const body = { version: 'stable', variables: exampleValues(input) };
  return [
    { id: 'curl', label: 'curl', code: curl(url, body) },
    { id: 'typescript', label: 'TypeScript', code: typescript(url, body) },
    { id: 'python', label: 'Python', code: python(url, body) },
  ];
}

/** A value for every variable that the text uses, so that the call works as it is. */
function exampleValues({ content, variables }: SnippetInput): Record<string, unknown> {
  const template = parseTemplate(content);
  const used = new Set(template.variableNames);
  const needed = effectiveVariables(template, variables).filter((variable) => used.has(variable.name));
  return Object.fromEntries(
    needed.map((variable) => [variable.name, variable.default ?? exampleOf(variable)]),
  );
}

function exampleOf({ type, name, example, choices }: VariableDeclaration): unknown {
  switch (type) {
    case 'number': {
      const number = Number(example);
      return Number.isFinite(number) ? number : 1;
    }
    case 'boolean':
      return (example ?? 'true') === 'true';
    case 'choice':
      return choices?.includes(example ?? '') ? example : (choices?.[0] ?? '');
    case 'text':
      return example ?? name;
  }
}

type Body = ReturnType<typeof exampleBody>;
const exampleBody = (variables: Record<string, unknown>) => ({ version: 'stable', variables });

function curl(url: string, body: Body): string {
  const json = JSON.stringify(body, null, 2).replaceAll("'", "'\\''");
  return `curl -sS '${url}' \\
  -H "Authorization: Bearer $${keyVariable}" \\
  -H 'Content-Type: application/json' \\
  -d '${json}'`;
}

function typescript(url: string, body: Body): string {
  return `const response = await fetch('${url}', {
  method: 'POST',
  headers: {
    authorization: \`Bearer \${process.env.${keyVariable}}\`,
    'content-type': 'application/json',
  },
  body: JSON.stringify(${indent(JSON.stringify(body, null, 2), '  ')}),
});
if (!response.ok) throw new Error(\`The prompt could not be fetched: \${await response.text()}\`);
const { content } = (await response.json()) as { content: string };
console.log(content);`;
}

function python(url: string, body: Body): string {
  return `import json, os, urllib.request

request = urllib.request.Request(
    ${JSON.stringify(url)},
    method="POST",
    headers={
        "Authorization": f"Bearer {os.environ['${keyVariable}']}",
        "Content-Type": "application/json",
    },
    data=json.dumps(${indent(pythonLiteral(body), '    ')}).encode(),
)
with urllib.request.urlopen(request) as response:
    content = json.load(response)["content"]
print(content)`;
}

/** JSON as Python writes it. Python's strings take JSON's escapes; only its constants have other names. */
function pythonLiteral(value: unknown, depth = 0): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const space = '    '.repeat(depth);
  const lines = entries.map(
    ([key, item]) => `${space}    ${JSON.stringify(key)}: ${pythonLiteral(item, depth + 1)},`,
  );
  return `{\n${lines.join('\n')}\n${space}}`;
}

function indent(text: string, space: string): string {
  return text.replaceAll('\n', `\n${space}`);
}
