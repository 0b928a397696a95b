/**
 * Chooses how much a test does: a short form in every run, the full one where `npm run test:fault` asks for it.
 */
export function testSize<Value>({ short, full }: { readonly short: Value; readonly full: Value }): Value {
  return process.env.PROMPTFORGE_TEST_SIZE === 'full' ? full : short;
}
