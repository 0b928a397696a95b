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
  /** False where nothing is stable yet: the code then asks for the latest version. */
  readonly isPromoted: boolean;
  /** A key that was just made: it stands in the code, ready to run. */
  readonly key?: string | undefined;
}

/** The name of the environment variable that the snippets read the key from. */
export const keyVariable = 'PROMPTFORGE_KEY';

/** Code that fetches a prompt's text, ready to be pasted; the programs keep it for a while and outlive a lost registry. */
export function makeSnippets(input: SnippetInput): Snippet[] {
  const url = `${input.address}/api/v1/prompts/${encodeURIComponent(input.prompt)}`;
  const body = { version: input.isPromoted ? 'stable' : 'latest', variables: exampleValues(input) };
  return [
    { id: 'curl', label: 'curl', code: curl(url, body, input.key) },
    { id: 'typescript', label: 'TypeScript', code: typescript(url, body, input.key) },
    { id: 'python', label: 'Python', code: python(url, body, input.key) },
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

interface Body {
  readonly version: string;
  readonly variables: Record<string, unknown>;
}

function curl(url: string, body: Body, key: string | undefined): string {
  const json = JSON.stringify(body, null, 2).replaceAll("'", "'\\''");
  const given = key === undefined ? '' : `export ${keyVariable}=${key}\n\n`;
  return `${given}curl -sS --fail-with-body '${url}' \\
  -H "Authorization: Bearer $${keyVariable}" \\
  -H 'Content-Type: application/json' \\
  -d '${json}'`;
}

const cacheSeconds = 60;

function typescript(url: string, body: Body, key: string | undefined): string {
  return `// Kept for ${cacheSeconds} s; while the registry does not answer, the last text is used, else this one.
const fallback = 'The text to use before anything was ever fetched.';
const key = process.env.${keyVariable}${key === undefined ? '' : ` ?? ${JSON.stringify(key)}`};
const kept = new Map<string, { content: string; until: number }>();

export async function fetchPrompt(variables: Record<string, string | number | boolean>): Promise<string> {
  const asked = JSON.stringify(variables);
  const known = kept.get(asked);
  if (known && known.until > Date.now()) return known.content;
  try {
    const response = await fetch(${JSON.stringify(url)}, {
      method: 'POST',
      headers: { authorization: \`Bearer \${key}\`, 'content-type': 'application/json' },
      body: JSON.stringify({ version: ${JSON.stringify(body.version)}, variables }),
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) throw new Error(await response.text());
    const { content } = (await response.json()) as { content: string };
    kept.set(asked, { content, until: Date.now() + ${cacheSeconds}_000 });
    return content;
  } catch (error) {
    console.error('The prompt could not be fetched.', error);
    return known?.content ?? fallback;
  }
}

console.log(await fetchPrompt(${JSON.stringify(body.variables, null, 2)}));`;
}

function python(url: string, body: Body, key: string | undefined): string {
  const readKey =
    key === undefined
      ? `os.environ["${keyVariable}"]`
      : `os.environ.get("${keyVariable}", ${JSON.stringify(key)})`;
  return `import json, logging, os, time, urllib.request

# Kept for ${cacheSeconds} s; while the registry does not answer, the last text is used, else this one.
FALLBACK = "The text to use before anything was ever fetched."
KEY = ${readKey}
kept = {}


def fetch_prompt(variables):
    asked = json.dumps(variables, sort_keys=True)
    content, until = kept.get(asked, (FALLBACK, 0))
    if until > time.monotonic():
        return content
    request = urllib.request.Request(
        ${JSON.stringify(url)},
        method="POST",
        headers={"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"},
        data=json.dumps({"version": ${JSON.stringify(body.version)}, "variables": variables}).encode(),
    )
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            content = json.load(response)["content"]
        kept[asked] = (content, time.monotonic() + ${cacheSeconds})
    except Exception as error:
        logging.error("The prompt could not be fetched: %s", error)
    return content


print(fetch_prompt(${pythonLiteral(body.variables)}))`;
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
