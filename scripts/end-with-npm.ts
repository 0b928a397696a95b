/**
 * Loaded before a program that npm starts. Whoever ends npm means the program, but npm hands a signal to the shell
 * between them and no further; so the program ends itself, in order, when that shell is gone.
 */
const startedBy = process.ppid;
if (process.platform !== 'win32') {
  const watch = setInterval(() => {
    if (process.ppid === startedBy) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
