/** People as a sentence names them: all of them, or the first few and how many there are besides. */
export function namePeople(people: readonly { readonly name: string }[], conjunction: 'and' | 'or'): string {
  const isLong = people.length > 5;
  const names = (isLong ? people.slice(0, 4) : people).map(({ name }) => name);
  if (isLong) names.push(`${people.length - 4} others`);
  const type = conjunction === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat('en', { type }).format(names);
}
