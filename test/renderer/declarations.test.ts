import { beforeEach, describe, expect, it } from 'vitest';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { placeKey, useConnections } from '#renderer/features/connections/connections-store.ts';
import { useDrafts } from '#renderer/features/editor/drafts-store.ts';
import { useEditor } from '#renderer/features/editor/editor-store.ts';
import { usePreview } from '#renderer/features/editor/preview-store.ts';
import { connectionWith, place as firstPlace, MemoryApp } from './support/memory-app.ts';

let app: MemoryApp;
let place = firstPlace;
let number = 0;

const editor = () => useEditor.getState();
const documentNow = () => editor().documents[placeKey(place)];
const name = { name: 'name', type: 'text', required: true } as const;

beforeEach(async () => {
  number += 1;
  const connection = { ...connectionWith(['admin']), id: `declarations-${number}` };
  place = { connection: connection.id, prompt: firstPlace.prompt };
  useConnections.setState({ connections: [connection], currentId: connection.id });
  app = new MemoryApp('Hello {{name}}.', place.connection);
  connectBridge(app);
  await editor().open(place);
});

describe('what is declared of a variable', () => {
  it('is a part of the draft, and gone from it once it is taken back', async () => {
    expect(editor().declareVariable(place, name)).toBeNull();
    await useDrafts.getState().flush();
    expect(app.drafts.get(place.prompt)).toMatchObject({ content: 'Hello {{name}}.', variables: [name] });
    expect(documentNow()?.draftStatus).toBe('kept');
    editor().removeDeclaration(place, 'name');
    await useDrafts.getState().flush();
    expect(app.drafts.has(place.prompt)).toBe(false);
  });

  it('is put back where it was among the others, and changes nothing then', () => {
    const three = ['one', 'name', 'three'].map((each) => ({ ...name, name: each }));
    editor().write(place, { variables: three });
    const putBack = editor().removeDeclaration(place, 'name');
    expect(documentNow()?.variables.map((variable) => variable.name)).toEqual(['one', 'three']);
    putBack();
    expect(documentNow()?.variables).toEqual(three);
    putBack();
    expect(documentNow()?.variables).toEqual(three);
  });

  it('may come with the text that uses it, in one step', () => {
    const tier = { name: 'tier', type: 'text', required: true } as const;
    editor().declareVariable(place, tier, 'Hello {{name}} of {{tier}}.');
    expect(documentNow()).toMatchObject({ content: 'Hello {{name}} of {{tier}}.', variables: [tier] });
  });

  it('changes part by part, and never to what could not be saved', () => {
    editor().declareVariable(place, { ...name, description: 'Who' });
    expect(editor().updateDeclaration(place, 'name', { required: false, description: undefined })).toBeNull();
    expect(documentNow()?.variables).toEqual([{ name: 'name', type: 'text', required: false }]);
    expect(editor().updateDeclaration(place, 'name', { type: 'choice', choices: [] })).toMatch(/one value/);
    expect(documentNow()?.variables).toEqual([{ name: 'name', type: 'text', required: false }]);
  });

  it('stays within what a prompt can hold', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ ...name, name: `v${index}` }));
    editor().write(place, { variables: many });
    expect(editor().declareVariable(place, name)).toMatch(/200/);
    expect(documentNow()?.variables).toHaveLength(200);
  });
});

describe('renaming', () => {
  it('takes text, declaration and value along, and leaves the value for undo', () => {
    editor().declareVariable(place, name);
    usePreview.getState().setValue(place, 'name', 'Zoë');
    expect(editor().renameVariable(place, 'name', 'customer')).toBeNull();
    expect(documentNow()).toMatchObject({
      content: 'Hello {{customer}}.',
      variables: [{ ...name, name: 'customer' }],
    });
    expect(usePreview.getState().values[placeKey(place)]).toEqual({ name: 'Zoë', customer: 'Zoë' });
  });

  it('refuses a name that cannot be', () => {
    expect(editor().renameVariable(place, 'name', 'first name')).toMatch(/No spaces/);
    expect(documentNow()?.content).toBe('Hello {{name}}.');
  });
});
