import { readFileSync } from "node:fs";

/** The picture that requests carry: a 7 of 28×28 pixels, light on dark. */
export const SEVEN: Uint8Array<ArrayBuffer> = new Uint8Array(
  readFileSync(new URL("../../samples/7.png", import.meta.url)),
);

/** What curl takes as a boundary. */
const BOUNDARY = "------------------------d74496d66958873e";

/** A body, and what its Content-Type says. */
export interface Body {
  body: Uint8Array<ArrayBuffer>;
  type: string;
}

/** A multipart body as `curl -F image=@7.png` sends it, that so often; the seed knows no other name. */
export function multipartOf(png: Uint8Array, count = 1): Body {
  const head =
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="image"; filename="7.png"\r\n` +
    "Content-Type: image/png\r\n\r\n";
  const part = Buffer.concat([Buffer.from(head), png, Buffer.from("\r\n")]);
  const body = Buffer.concat([...Array(count).fill(part), Buffer.from(`--${BOUNDARY}--\r\n`)]);
  return { body: new Uint8Array(body), type: `multipart/form-data; boundary=${BOUNDARY}` };
}

/** A request to classify, as it arrives. */
export function predictRequest(body: Uint8Array<ArrayBuffer>, type: string): Request {
  return new Request("http://localhost/model/predict", {
    method: "POST",
    headers: { "Content-Type": type },
    body,
  });
}
