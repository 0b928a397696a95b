import classes from './initials.module.css';

/** A person's initials in a circle; the name stands beside it in words. */
export function Initials({ name }: { readonly name: string }) {
  const letters = name
    .split(/\s+/)
    .map((part) => part.match(/\p{L}|\p{N}/u)?.[0] ?? '')
    .filter(Boolean);
  const shown = letters.length > 1 ? `${letters[0]}${letters.at(-1)}` : (letters[0] ?? '?');
  return (
    <span className={classes.initials} data-hue={hueOf(name)} aria-hidden="true">
      {shown.toUpperCase()}
    </span>
  );
}

function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return sum % 5;
}
