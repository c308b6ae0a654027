/** A request in one of the protocols that cannot be served, and the answer. */
export interface ProtocolFault {
  fault: string;
  /** What it breaks, or what the answer follows. */
  clause: string;
  path: string;
  /** Made when it is sent: some are as large as a request may be. */
  body(): string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  status: number;
  message: RegExp;
}
