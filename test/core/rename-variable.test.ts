import { describe, expect, it } from 'vitest';
import { findRenameFault, renameVariable } from '#core/domain/rename-variable.ts';

const text = {
  content: 'Dear {{ name }}, {{name}} and {{names}}. \\{{name}} {name} {{$&}}',
  variables: [
    { name: 'name', type: 'text', required: true, description: 'Who' },
    { name: 'tier', type: 'text', required: false },
  ],
} as const;

describe('renaming a variable', () => {
  it('changes every place of it, keeps the spaces and touches nothing else', () => {
    const renamed = renameVariable(text, 'name', 'customer');
    expect(renamed.content).toBe('Dear {{ customer }}, {{customer}} and {{names}}. \\{{name}} {name} {{$&}}');
    expect(renamed.variables).toEqual([{ ...text.variables[0], name: 'customer' }, text.variables[1]]);
  });

  it('renames back to the very text', () => {
    expect(renameVariable(renameVariable(text, 'name', 'a.b-c'), 'a.b-c', 'name')).toEqual(text);
  });

  it.each([
    ['name', null],
    ['customer', null],
    ['names', 'already'],
    ['tier', 'already'],
    ['first name', 'No spaces'],
    ['', 'Give it a name'],
  ])('to “%s”: %s', (to, fault) => {
    const found = findRenameFault(text, 'name', to);
    if (fault === null) expect(found).toBeNull();
    else expect(found).toContain(fault);
  });
});
