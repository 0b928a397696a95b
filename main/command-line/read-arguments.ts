import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageFault } from './command.ts';

/**
 * Reads a command's options and operands.
 *
 * @param operands the names of the operands, all of which have to be there
 * @throws UsageFault
 */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  operands: readonly string[] = [],
) {
  const { values, positionals } = parse(args, options);
  const missing = operands[positionals.length];
  if (missing !== undefined) throw new UsageFault(`${missing} is missing.`);
  const tooMany = positionals[operands.length];
  if (tooMany !== undefined) throw new UsageFault(`“${tooMany}” is not understood here.`);
  return { values, operand: (index: number) => positionals[index] ?? '' };
}

function parse<const Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/[.]?(?: |$)To /);
    throw new UsageFault(`${sentence.replace(/[.]$/, '')}.`);
  }
}

/** @throws UsageFault where the option was not given, or is empty */
export function requireOption(value: string | undefined, name: string): string {
  if (value !== undefined && value.trim() !== '') return value;
  throw new UsageFault(`--${name} is missing.`);
}
