import { Problem } from '#core/contract/problem.ts';
import { AppError } from '../app-error.ts';
import { type Command, CommandFailed, type ExitCode, type Surroundings, UsageFault } from './command.ts';
import { commands } from './commands.ts';
import { formatTable } from './format-table.ts';

const helpOptions = ['--help', '-h'];

/** Runs one command to its end. What goes wrong is told in a sentence. */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const found = findCommand(args);
  if (!found) {
    const [first] = args;
    if (first !== undefined && first !== 'help' && !helpOptions.includes(first)) {
      surroundings.remark(`There is no command “${args.slice(0, 2).join(' ')}”.\n`);
      for (const line of describeAll()) surroundings.remark(line);
      return 2;
    }
    for (const line of describeAll()) surroundings.print(line);
    return 0;
  }
  const { name, command, rest } = found;
  if (!command.readsHelpItself && rest.some((word) => helpOptions.includes(word))) {
    surroundings.print(describe(name, command));
    return 0;
  }
  try {
    return await command.run(rest, surroundings);
  } catch (error) {
    if (error instanceof UsageFault) {
      surroundings.remark(`${error.message}\nSee promptforge ${name} --help.`);
      return 2;
    }
    if (!isForPeople(error)) throw error;
    surroundings.remark(explain(error));
    return 1;
  }
}

function findCommand(args: readonly string[]) {
  for (const length of [2, 1]) {
    const name = args.slice(0, length).join(' ');
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command) return { name, command, rest: args.slice(length) };
  }
  return null;
}

function isForPeople(error: unknown): error is Error {
  return error instanceof CommandFailed || error instanceof Problem || error instanceof AppError;
}

/** Why a registry does not answer is for whoever runs it: a name that is not known, a certificate that has expired. */
function explain(error: Error): string {
  if (!(error instanceof AppError) || error.code !== 'registry-unreachable') return error.message;
  let reason: unknown = error.cause;
  while (reason instanceof Error && reason.cause) reason = reason.cause;
  return reason instanceof Error && reason.message !== ''
    ? `${error.message} (${reason.message})`
    : error.message;
}

function describe(name: string, { usage, summary, details }: Command): string {
  return `promptforge ${name} ${usage}`.trimEnd().concat(`\n\n${capitalise(summary)}.\n\n${details}`);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function describeAll(): string[] {
  return [
    'promptforge COMMAND',
    '',
    ...formatTable(Object.entries(commands).map(([name, { summary }]) => [`  ${name}`, summary])),
    '',
    'promptforge COMMAND --help says more. It ends with 0 where all was done, with 1 where it could not be, and',
    'with 2 where the command line was not understood.',
  ];
}
