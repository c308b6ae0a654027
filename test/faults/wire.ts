import { connect, type Socket } from "node:net";

/** An HTTP answer as it came over the wire. */
export interface Answer {
  status: number;
  /** By names in lower case. */
  headers: Map<string, string>;
  body: string;
}

/** How long an answer may take on a busy machine, in ms. */
const PATIENCE = 30_000;

/** Opens a connection and sends bytes that need not be HTTP. */
export function open(url: string, ...bytes: (string | Uint8Array)[]): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  for (const piece of bytes) socket.write(piece);
  return socket;
}

/** The first answer that comes over a connection, which is closed then. */
export function answer(socket: Socket): Promise<Answer> {
  let text = "";
  return new Promise<Answer>((resolve, reject) => {
    const settle = () => {
      const found = parse(text);
      if (found) resolve(found);
      return found !== undefined;
    };
    socket.on("data", (bytes) => {
      text += bytes.toString("latin1");
      settle();
    });
    socket.on("close", () => settle() || reject(new Error(`closed after: ${text}`)));
    socket.on("error", (error) => settle() || reject(error));
    socket.setTimeout(PATIENCE, () => reject(new Error(`nothing more came after: ${text}`)));
  }).finally(() => socket.destroy());
}

/** Sends a request as it stands, and reads the answer. */
export function exchange(url: string, ...bytes: (string | Uint8Array)[]): Promise<Answer> {
  return answer(open(url, ...bytes));
}

/** The answer that a text holds, once its headers and Content-Length bytes are there. */
function parse(text: string): Answer | undefined {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [statusLine, ...lines] = text.slice(0, end).split("\r\n");
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const body = text.slice(end + 4);
  if (body.length < Number(headers.get("content-length") ?? 0)) return undefined;
  return { status: Number(statusLine.split(" ")[1]), headers, body };
}
