import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** Appends what comes in to a file, again and again, with a flush each time. Prints how often it did. */

const [file = '', seconds = '0'] = process.argv.slice(2);
const text = readFileSync(process.stdin.fd);
const descriptor = openSync(file, 'a');
const end = performance.now() + Number(seconds) * 1_000;
let count = 0;
while (performance.now() < end) {
  writeSync(descriptor, text);
  fdatasyncSync(descriptor);
  count += 1;
}
closeSync(descriptor);
process.stdout.write(String(count));
