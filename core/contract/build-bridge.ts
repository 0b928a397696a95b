type Groups<Answer> = Record<string, Record<string, (input?: unknown) => Answer>>;

/**
 * Builds the bridge's groups from the names of its methods alone. It stands apart from the contract so that the
 * preload script, which runs before the first paint, does not load the contract's schemas.
 *
 * @param methodNames `bridgeMethodNames` of the contract
 */
export function buildBridge<Answer>(
  methodNames: readonly string[],
  invoke: (method: string, input: unknown) => Answer,
): Groups<Answer> {
  const groups: Groups<Answer> = {};
  for (const method of methodNames) {
    const [group = '', name = ''] = method.split('.');
    groups[group] = { ...groups[group], [name]: (input) => invoke(method, input) };
  }
  return groups;
}
