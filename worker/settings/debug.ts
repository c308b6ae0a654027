/**
 * Whether the var DEBUG asks for the stages of each request in its log line.
 *
 * @throws Error for another value than true and false
 */
export function parseDebug({ DEBUG }: Readonly<Record<string, unknown>>): boolean {
  const value = DEBUG ?? false;
  if (["true", "false"].includes(String(value))) return String(value) === "true";
  throw new Error(`DEBUG is ${JSON.stringify(value)}. It has to be true or false.`);
}
