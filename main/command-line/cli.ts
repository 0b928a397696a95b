import { adoptSystemNetwork } from '../registry-client/adopt-system-network.ts';
import { runCommandLine } from './run-command-line.ts';

adoptSystemNetwork();
process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  print: (line) => console.log(line),
  remark: (line) => console.error(line),
});
