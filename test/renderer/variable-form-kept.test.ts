import { act } from 'react';
import { expect, it } from 'vitest';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { useVariableForm } from '#renderer/features/editor/use-variable-form.ts';
import { place } from './support/memory-app.ts';
import { renderHook } from './support/render-hook.ts';

const tier: VariableDeclaration = { name: 'tier', type: 'text', required: true, example: 'pro' };
const open = (variable = tier) => renderHook(() => useVariableForm(place, variable), undefined);

it('what was typed into the dialog of a variable is there again, until it is kept or dropped', () => {
  const first = open();
  act(() => first.current.change({ description: 'What was paid for' }));
  act(() => first.current.change({ required: false }));
  expect(first.current.wasTyped).toBe(false);
  first.unmount();

  // Meanwhile the example was changed elsewhere: only what was typed comes back.
  const second = open({ ...tier, example: 'free' });
  expect(second.current.wasTyped).toBe(true);
  expect(second.current.form).toMatchObject({
    ...{ description: 'What was paid for', required: false, example: 'free' },
  });
  second.current.settle();
  second.unmount();

  const other = open({ ...tier, name: 'other' });
  expect(other.current.form.description).toBe('');
  other.unmount();
  const third = open();
  expect(third.current.wasTyped).toBe(false);
  expect(third.current.form).toMatchObject({ description: '', required: true });
  third.unmount();
});
