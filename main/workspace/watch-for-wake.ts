const lookEvery = 5_000;
/** A busy machine is late too, but not by this much, in milliseconds. */
const slack = 20_000;

interface WakeWatch {
  stop(): void;
}

/**
 * Notices that the machine has slept: the clock went on while nothing ran.
 *
 * @param onWake called once after each sleep
 */
export function watchForWake(onWake: () => void, now: () => number = Date.now): WakeWatch {
  let last = now();
  const timer = setInterval(() => {
    const passed = now() - last;
    last = now();
    if (passed > lookEvery + slack) onWake();
  }, lookEvery);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
