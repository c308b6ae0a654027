/**
 * Checks a port's number as it was typed.
 *
 * @throws Error that says what was found
 */
export function checkPort(text: string): string {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return text;
  throw new Error(`a port is a number up to 65535, not ${JSON.stringify(text)}`);
}
