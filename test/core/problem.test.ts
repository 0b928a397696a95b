import { expect, it } from 'vitest';
import { Problem, problemDocument, problems } from '#core/contract/problem.ts';
import { parseVersionReference } from '#core/domain/version-reference.ts';

it('comes back from its document as it was', () => {
  for (const code of Object.keys(problems) as (keyof typeof problems)[]) {
    const problem = new Problem(code, 'What happened.', { names: ['a'], latest: { version: 2 } });
    const document = problemDocument.parse(JSON.parse(JSON.stringify(problem.toDocument())));
    const back = Problem.fromDocument(document);
    expect(back).toMatchObject({ code, message: 'What happened.', members: problem.members });
  }
});

it('is not made of a document with a code that is unknown', () => {
  const document = new Problem('internal', 'x').toDocument();
  expect(Problem.fromDocument({ ...document, code: 'toString' })).toBeNull();
});

it.each<[string, ReturnType<typeof parseVersionReference>]>([
  ['stable', 'stable'],
  ['latest', 'latest'],
  ['8', 8],
  ['v8', 8],
  ['0', null],
  ['08', null],
  ['-1', null],
  ['1.5', null],
  ['Stable', null],
  ['', null],
  ['9999999999', null],
])('reads the version %j as %j', (text, reference) => {
  expect(parseVersionReference(text)).toBe(reference);
});
