import { setFlagsFromString } from 'node:v8';

/**
 * Makes this process small rather than fast. The sandbox serves one person beside the app and everything else on
 * their machine: without the optimising compilers, and with a heap that is cleared early, it needs half the memory.
 */
const flags = [
  '--no-turbofan',
  '--no-maglev',
  '--no-sparkplug',
  '--optimize-for-size',
  '--heap-growing-percent=20',
];

for (const flag of flags) setFlagsFromString(flag);
