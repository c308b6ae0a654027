/** The longest that a message waits to be tried again, in seconds. */
const LONGEST = 3600;

/**
 * How many seconds a message waits to be tried again: twice as long each time.
 *
 * @param attempts at it so far, from 1
 * @param first seconds after the first
 */
export function retryDelay(attempts: number, first: number): number {
  return Math.min(first * 2 ** (attempts - 1), LONGEST);
}
