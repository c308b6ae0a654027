/** How much CPU time to measure over, in microseconds: it is counted in ticks of some milliseconds. */
const LEAST = 100_000;

/**
 * The CPU time that a call takes this thread, in microseconds, as the mean of as many calls as it
 * takes to tell. Unlike the time on the clock, it does not grow with what else the machine does.
 */
export function cpuTime(call: () => void): number {
  const start = process.threadCpuUsage();
  for (let calls = 1; ; calls++) {
    call();
    const { user, system } = process.threadCpuUsage(start);
    if (user + system >= LEAST) return (user + system) / calls;
  }
}
