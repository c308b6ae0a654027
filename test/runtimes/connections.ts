import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** The head of an upload of 100,000 bytes. */
const UPLOAD =
  "POST /model/predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\nContent-Length: 100000\r\n\r\n";

/** Opens a connection that sends nothing. */
export async function connectTo(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  // Many are closed by the server in the end.
  socket.on("error", () => socket.destroy());
  await once(socket, "connect");
  return socket;
}

/** Begins an upload, of which the rest never comes. */
export async function stalledUpload(url: string): Promise<Socket> {
  const socket = await connectTo(url);
  socket.write(`${UPLOAD}${"x".repeat(1000)}`);
  return socket;
}
