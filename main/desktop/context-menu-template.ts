import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';

/** What was clicked on, as far as the menu depends on it. */
export type ClickedPlace = Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'misspelledWord' | 'dictionarySuggestions'
> & { readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste'> };

export interface SpellingActions {
  readonly replace: (word: string) => void;
  readonly learn: (word: string) => void;
}

/** The menu of the right mouse button: spelling and the clipboard. Empty where neither means anything. */
export function buildContextMenuTemplate(
  place: ClickedPlace,
  spelling: SpellingActions,
): MenuItemConstructorOptions[] {
  if (!place.isEditable) return place.selectionText === '' ? [] : [{ role: 'copy' }];
  return [
    ...spellingItems(place, spelling),
    { role: 'cut', enabled: place.editFlags.canCut },
    { role: 'copy', enabled: place.editFlags.canCopy },
    { role: 'paste', enabled: place.editFlags.canPaste },
    { role: 'selectAll' },
  ];
}

function spellingItems(place: ClickedPlace, spelling: SpellingActions): MenuItemConstructorOptions[] {
  if (place.misspelledWord === '') return [];
  return [
    ...place.dictionarySuggestions.map((word) => ({ label: word, click: () => spelling.replace(word) })),
    { label: 'Add to Dictionary', click: () => spelling.learn(place.misspelledWord) },
    { type: 'separator' },
  ];
}
