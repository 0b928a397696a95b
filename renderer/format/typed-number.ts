const plain = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Reads a number as people type it in a locale: “1.234,5” in German, “1,234.5” in English. Else as it is. */
export function readTypedNumber(typed: string, locale: string): string {
  const { decimal, group } = signsOf(locale);
  const text = typed.trim().normalize('NFKC').replace('\u2212', '-');
  const [whole = '', ...fractions] = text.split(decimal);
  const sign = whole.startsWith('-') ? '-' : '';
  const groups = whole.slice(sign.length).split(isSpace(group) ? /\s/ : group);
  const isGrouped =
    groups.slice(1).every((digits) => /^\d{3}$/.test(digits)) && /^\d{0,3}$/.test(groups[0] ?? '');
  const digits = groups.length > 1 && isGrouped ? sign + groups.join('') : whole;
  const local = [digits, ...fractions].join('.');
  if (fractions.length < 2 && plain.test(local)) return local;
  return plain.test(text) ? text : typed;
}

/** A number as it is typed in a locale; what is no number stays as it is. */
export function showTypedNumber(value: string, locale: string): string {
  return plain.test(value) ? value.replace('.', signsOf(locale).decimal) : value;
}

function signsOf(locale: string): { readonly decimal: string; readonly group: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5);
  const find = (type: string, otherwise: string) =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { decimal: find('decimal', '.'), group: find('group', ',') };
}

function isSpace(sign: string): boolean {
  return sign.trim() === '';
}
