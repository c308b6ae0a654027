/** A file of the package. */
export interface PackageFile {
  /** In the package, with / between its parts. */
  path: string;
  bytes: string | Uint8Array;
}
