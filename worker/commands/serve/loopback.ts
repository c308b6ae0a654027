import { connect, createServer } from "node:net";

/** What localhost may stand for. */
export type Loopback = "127.0.0.1" | "::1";

/**
 * Passes connections to one loopback address on to the other, where the service listens: to some
 * clients localhost is the one, to some the other, and a server listens on one of them. Does nothing
 * where the system has no such address, or something listens there already.
 */
export function relay(port: number, from: Loopback, to: Loopback): void {
  const server = createServer((client) => {
    const service = connect(port, to);
    client.pipe(service).pipe(client);
    client.on("error", () => service.destroy());
    service.on("error", () => client.destroy());
  });
  server.on("error", () => {});
  // It ends with the program that listens, of which this one waits.
  server.listen(port, from).unref();
}
