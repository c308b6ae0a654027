import { exports } from "cloudflare:workers";
import { expectResponseDescribed } from "../contract/described.ts";

/**
 * Sends a request to the Worker's entry, with the kernels and weights that the build has made, and
 * holds the answer to the API's description.
 */
export async function request(path: string, init?: RequestInit): Promise<Response> {
  const request = new Request(`http://localhost${path}`, init);
  const { method } = request;
  const response = await exports.default.fetch(request);
  await expectResponseDescribed(method, path, response);
  return response;
}

/** Posts a body to /model/predict. */
export function predict(body: BodyInit, headers: HeadersInit = {}): Promise<Response> {
  return request("/model/predict", { method: "POST", body, headers });
}

/** A multipart body with these parts, each a file unless its value is a text. */
export function form(parts: [name: string, value: Uint8Array<ArrayBuffer> | string][]): FormData {
  const data = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === "string") data.append(name, value);
    else data.append(name, new File([value], "digit.png", { type: "image/png" }));
  }
  return data;
}
