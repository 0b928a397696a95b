import { runTool } from './run-tool.ts';

/** The fault tests and the model test in full. `npm test` runs a short form of each. */

const places = ['test/fault', 'test/model', 'test/postgres'];
const passed = runTool('vitest', 'vitest', ['run', ...places, ...process.argv.slice(2)], {
  PROMPTFORGE_TEST_SIZE: 'full',
});
process.exitCode = passed ? 0 : 1;
