import { describe, expect, it } from 'vitest';
import * as shape from '#core/contract/shapes.ts';
import { testInputsBody } from '#core/contract/test-shapes.ts';
import { findContentFault } from '#core/domain/content.ts';
import { evaluateInput } from '#core/domain/evaluate-input.ts';
import { isPromptName } from '#core/domain/prompt-name.ts';
import { renderText } from '#core/domain/render.ts';
import { parseTemplate } from '#core/domain/template.ts';
import {
  effectiveVariables,
  findDeclarationFault,
  resolveValues,
  type VariableDeclaration,
} from '#core/domain/variables.ts';
import { incidentHandbook } from '#main/registry/samples/incident-handbook.ts';
import { jsonExtractor } from '#main/registry/samples/json-extractor.ts';
import { revise } from '#main/registry/samples/revise.ts';
import type { SamplePrompt } from '#main/registry/samples/sample-prompt.ts';
import { samplePrompts } from '#main/registry/samples/sample-prompts.ts';
import { supportAgent } from '#main/registry/samples/support-agent.ts';

const versionsOf = (sample: SamplePrompt) =>
  sample.versions.map((version, index) => ({
    ...version,
    number: index + 1,
    variables: version.variables ?? sample.variables,
  }));

const render = (
  content: string,
  variables: readonly VariableDeclaration[],
  given: Readonly<Record<string, unknown>>,
) => {
  const template = parseTemplate(content);
  const { values, missing, invalid } = resolveValues(
    template,
    effectiveVariables(template, variables),
    given,
  );
  return { text: renderText(template, values, 'keep'), missing, invalid };
};

const examplesOf = (variables: readonly VariableDeclaration[]) =>
  Object.fromEntries(variables.map((variable) => [variable.name, variable.example]));

describe('the sample prompts', () => {
  it('are six, each under a name of its own', () => {
    expect(samplePrompts).toHaveLength(6);
    expect(new Set(samplePrompts.map((sample) => sample.name)).size).toBe(6);
  });

  it('show stable in each of its places: behind latest, at latest, not yet anywhere', () => {
    const places = samplePrompts.map(({ stable, versions }) =>
      stable === null ? 'nowhere' : stable === versions.length ? 'latest' : 'behind',
    );
    expect(new Set(places)).toEqual(new Set(['behind', 'latest', 'nowhere']));
  });
});

describe.each(samplePrompts)('the sample $name', (sample) => {
  const versions = versionsOf(sample);

  it('has a valid name, title, description and tags', () => {
    expect(isPromptName(sample.name)).toBe(true);
    expect(shape.title.parse(sample.title)).toBe(sample.title);
    expect(shape.description.parse(sample.description)).toBe(sample.description);
    expect(sample.description).toMatch(/^[^\n]+$/);
    expect(shape.tags.parse(sample.tags)).toEqual(sample.tags);
    expect(sample.tags.length).toBeGreaterThanOrEqual(2);
    expect(sample.tags.length).toBeLessThanOrEqual(3);
  });

  it('has three to five versions, and stable among them', () => {
    expect(versions.length).toBeGreaterThanOrEqual(3);
    expect(versions.length).toBeLessThanOrEqual(5);
    if (sample.stable !== null) {
      expect(sample.stable).toBeGreaterThanOrEqual(1);
      expect(sample.stable).toBeLessThanOrEqual(versions.length);
    }
  });

  it('changes with every version, and says why', () => {
    expect(new Set(versions.map((version) => version.content)).size).toBe(versions.length);
    for (const version of versions) {
      expect(shape.note.parse(version.note)).not.toBe('');
    }
  });

  it.each(versions)('has valid content and declarations in v$number', ({ content, variables }) => {
    expect(findContentFault(content)).toBeNull();
    expect(content).not.toMatch(/[ \t]$|\r|\n{3}/m);
    expect(shape.variableDeclarations.safeParse(variables).error).toBeUndefined();
    for (const variable of variables) {
      expect(findDeclarationFault(variable)).toBeNull();
      expect(variable.description).toBeTruthy();
      expect(variable.example).toBeTruthy();
    }
  });

  it('has two or three test inputs, which the newest version passes', async () => {
    expect(testInputsBody.safeParse(sample.testInputs).error).toBeUndefined();
    expect(sample.testInputs.length).toBeGreaterThanOrEqual(2);
    expect(sample.testInputs.length).toBeLessThanOrEqual(3);
    const { content = '', variables = [] } = versions.at(-1) ?? {};
    const template = parseTemplate(content);
    const match = async (pattern: string, text: string) =>
      new RegExp(pattern, 'u').test(text) ? 'found' : 'not-found';
    for (const input of sample.testInputs) {
      expect(input.checks.length).toBeGreaterThanOrEqual(2);
      const declared = new Set(variables.map(({ name }) => name));
      expect(Object.keys(input.variables).filter((name) => !declared.has(name))).toEqual([]);
      const text = { template, variables: effectiveVariables(template, variables) };
      expect(await evaluateInput(text, input, match)).toMatchObject({ passed: true, problem: null });
    }
  });

  it.each(versions)('uses exactly the variables it declares in v$number', ({ content, variables }) => {
    const used = parseTemplate(content).variableNames;
    expect([...used].sort()).toEqual(variables.map((variable) => variable.name).sort());
  });

  it.each(versions)(
    'is finished text with its examples, and with only the required ones, in v$number',
    ({ content, variables }) => {
      const required = variables.filter((variable) => variable.required);
      for (const given of [examplesOf(variables), examplesOf(required)]) {
        expect(render(content, variables, given)).toMatchObject({ missing: [], invalid: {} });
      }
    },
  );
});

describe('the sample support-agent', () => {
  it('shows what a test input finds: stable does not pass all of them yet', async () => {
    const { content = '', variables = [] } = versionsOf(supportAgent)[(supportAgent.stable ?? 1) - 1] ?? {};
    const template = parseTemplate(content);
    const text = { template, variables: effectiveVariables(template, variables) };
    const [input] = supportAgent.testInputs;
    expect(input && (await evaluateInput(text, input, async () => 'not-found')).passed).toBe(false);
  });

  it.each(versionsOf(supportAgent))(
    'needs nothing but locale and tier in v$number',
    ({ content, variables }) => {
      const { text, missing, invalid } = render(content, variables, { locale: 'de', tier: 'pro' });
      expect({ missing, invalid }).toEqual({ missing: [], invalid: {} });
      expect(text).toContain('the language with the code de');
      expect(text).toContain('on the pro plan');
      expect(text).not.toContain('{{');
    },
  );

  it('has its stable one or two versions behind', () => {
    expect(supportAgent.versions.length).toBeGreaterThanOrEqual(4);
    const behind = supportAgent.versions.length - (supportAgent.stable ?? 0);
    expect([1, 2]).toContain(behind);
  });
});

describe('the sample tools/json-extractor', () => {
  const message = 'Order {"a":{"b":{}}} for {{currency}}, \\{{x}} & <b>';

  it.each(versionsOf(jsonExtractor))(
    'keeps every brace that is not a variable in v$number',
    ({ content, variables }) => {
      const { text } = render(content, variables, { document: message, currency: 'CHF', max_lines: 7 });
      const expected = content
        .split('{{document}}')
        .map((part) =>
          part.split('{{currency}}').join('CHF').split('{{max_lines}}').join('7').split('\\{{').join('{{'),
        )
        .join(message);
      expect(Buffer.from(text).equals(Buffer.from(expected))).toBe(true);
    },
  );

  it('shows unfilled forms as they are, and answers that are JSON', () => {
    const latest = versionsOf(jsonExtractor).at(-1);
    const { text } = render(latest?.content ?? '', jsonExtractor.variables, { document: message });
    expect(text).toContain('placeholders such as {{order_number}} or {{#lines}}…{{/lines}} still in it');
    expect(text).toContain('"price":{"amount":12.5,"currency":"EUR"}}]},"unclear":[]}');
    expect(text).toContain(message);
    const answers = text.split('\n').filter((line) => line.startsWith('{"order":'));
    expect(answers.map((answer) => JSON.parse(answer).unclear)).toEqual([[], ['{{order_number}}']]);
  });
});

describe('the sample operations/incident-handbook', () => {
  it.each(versionsOf(incidentHandbook))('is between 19 and 22 KB long in v$number', ({ content }) => {
    const bytes = Buffer.byteLength(content);
    expect(bytes).toBeGreaterThanOrEqual(19_000);
    expect(bytes).toBeLessThanOrEqual(22_000);
  });
});

describe('revise', () => {
  it('applies edits one after the other', () => {
    const edits = [
      ['one', 'two'],
      ['two', 'three'],
    ] as const;
    expect(revise('one $& more', edits)).toBe('three $& more');
  });

  it.each(['', 'absent', 'twice'])('refuses a passage that does not occur exactly once: “%s”', (passage) => {
    expect(() => revise('twice or twice', [[passage, 'x']])).toThrow('exactly one');
  });
});
