import type { Command } from './command.ts';

export const serve: Command = {
  usage: '[--host 127.0.0.1] [--port 7410] [--data DIR]',
  summary: 'runs a registry, as npm run registry does',
  details: '',
  readsHelpItself: true,
  run: async (args) => {
    // The registry's own command reads its options and ends the process itself.
    process.argv.splice(2, process.argv.length, ...args);
    await import('../registry/cli.ts');
    return (process.exitCode ?? 0) as 0 | 1 | 2;
  },
};
