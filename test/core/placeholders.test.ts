// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other programs are what this is about.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  convertPlaceholders,
  findPlaceholders,
  type PlaceholderKind,
  placeholderKinds,
} from '#core/domain/placeholders.ts';
import { renderParts } from '#core/domain/render.ts';
import { isVariableName, parseTemplate } from '#core/domain/template.ts';
import { findDeclarationFault, resolveValues } from '#core/domain/variables.ts';

const only = (...kinds: PlaceholderKind[]) => new Set(kinds);
const contentOf = (text: string, ...kinds: PlaceholderKind[]) =>
  convertPlaceholders(text, only(...kinds)).content;

describe('placeholders', () => {
  it.each<[PlaceholderKind, string, string]>([
    ['double', 'Hi {{ customer }}, {{first name}}', 'Hi {{ customer }}, {{first_name}}'],
    ['dollar', 'A ${topic} for ${Footballer Name}', 'A {{topic}} for {{footballer_name}}'],
    ['dollar', 'price: \\${x} and ${a + b} and ${user.name}', 'price: \\${x} and ${a + b} and {{user.name}}'],
    [
      'braces',
      'Dear {name}, {"a": 1}, {like this}, {a: b}',
      'Dear {{name}}, {"a": 1}, {{like_this}}, {a: b}',
    ],
    [
      'percent',
      '%s has %(count)s items, 100%sure, %%s, 5%s',
      '{{value_1}} has {{count}} items, 100%sure, %%s, 5%s',
    ],
    [
      'angle',
      '<b>Dear</b> <your name>, <answer>1</answer>, List<T>',
      '<b>Dear</b> {{your_name}}, <answer>1</answer>, List<T>',
    ],
    [
      'angle',
      'Line<br/>break, <hr />, <tone/> of <your name>',
      'Line<br/>break, <hr />, <tone/> of {{your_name}}',
    ],
    [
      'square',
      'See [terms][t] for [Name]: hello\n[t]: https://a.b/c\n[home]: /start\n[up]: <https://a.b>',
      'See [terms][t] for {{Name}}: hello\n[t]: https://a.b/c\n[home]: /start\n[up]: <https://a.b>',
    ],
    [
      'square',
      '[NAME], [a link](b), ![x](y), [x] done, a[i], [^1]',
      '{{NAME}}, [a link](b), ![x](y), [x] done, a[i], [^1]',
    ],
  ])('of the kind %s become variables', (kind, source, expected) => {
    expect(contentOf(source, kind)).toBe(expected);
  });

  it('keep their default, and another default is another variable', () => {
    const text = 'From ${language:English} to ${language:Chinese}, ${language:English}, ${tone}';
    const { content, variables } = convertPlaceholders(text, only('dollar'));
    expect(content).toBe('From {{language}} to {{language_2}}, {{language}}, {{tone}}');
    expect(variables).toEqual([
      { name: 'language', type: 'text', required: false, default: 'English' },
      { name: 'language_2', type: 'text', required: false, default: 'Chinese', description: 'language' },
    ]);
  });

  it('keep their wording where no name can have it', () => {
    const { content, variables } = convertPlaceholders('[姓名] [城市] [姓名]', only('square'));
    expect(content).toBe('{{value_1}} {{value_2}} {{value_1}}');
    expect(variables.map(({ name, description }) => [name, description])).toEqual([
      ['value_1', '姓名'],
      ['value_2', '城市'],
    ]);
  });

  it('that nobody asked for stay text, braces of other programs included', () => {
    const text = 'Write \\{{ or {{name}} and ${x} here';
    expect(contentOf(text, 'dollar')).toBe('Write \\\\{{ or \\{{name}} and {{x}} here');
    expect(contentOf(text, 'double')).toBe(text);
  });
});

/** Pieces that look like placeholders, and what stands around them. */
const pieces = fc.oneof(
  fc.constantFrom(
    ...[
      '{{',
      '}}',
      '{',
      '}',
      '\\',
      '$',
      '%',
      '<',
      '>',
      '[',
      ']',
      ':',
      ' ',
      'x',
      'name',
      '姓名',
      '\n',
      '(',
      ')',
      's',
    ],
    ...['${x}', '${x:a b}', '{first name}', '{{y}}', '\\{{', '%s', '%(n)s', '<who>', '[WHAT]', '{{z z}}'],
  ),
  fc.string({ maxLength: 4 }),
);
const texts = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(''));
const foreignKinds = fc
  .subarray(placeholderKinds.filter((kind) => kind !== 'double'))
  .map((kinds) => new Set<PlaceholderKind>(kinds));

describe('any text', () => {
  it('is the same when every variable stands for what it was made of', () => {
    fc.assert(
      fc.property(texts, foreignKinds, (text, kinds) => {
        const { content, places } = convertPlaceholders(text, kinds);
        const sources = places.map(({ start, end }) => text.slice(start, end));
        const parts = renderParts(parseTemplate(content), new Map());
        const rebuilt = parts.map((part) => (part.variable === null ? part.text : sources.shift())).join('');
        expect(rebuilt).toBe(text);
        expect(sources).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });

  it('gets declarations that the registry takes, and defaults that give the source’s words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { content, variables, places } = convertPlaceholders(text, new Set(placeholderKinds));
        expect(variables.map(findDeclarationFault).filter(Boolean)).toEqual([]);
        expect(places.every(({ name }) => isVariableName(name))).toBe(true);
        const { values } = resolveValues(parseTemplate(content), variables, {});
        for (const { name, default: fallback } of places) {
          if (fallback !== undefined) expect(values.get(name)).toBe(fallback);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('has no two places in one', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = findPlaceholders(text, new Set(placeholderKinds));
        for (const [index, { start }] of found.entries()) {
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
        }
      }),
    );
  });
});
