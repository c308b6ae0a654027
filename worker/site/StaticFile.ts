/** A file to be served as it is. */
export interface StaticFile {
  /** From the page on. */
  path: string;
  bytes: Uint8Array;
  /** Whether its name changes with its content. */
  lasting?: boolean;
}
