type Fields = Readonly<Record<string, unknown>>;

/** The fields of `after` that `before` does not have just so. */
export function changedFields(before: Fields, after: Fields): Record<string, unknown> {
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
  );
  return Object.fromEntries(changed);
}
