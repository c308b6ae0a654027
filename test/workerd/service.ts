import { exports } from "cloudflare:workers";

/** Sends a request to the Worker's entry, with the kernels and weights that the build has made. */
export function request(path: string, init?: RequestInit): Promise<Response> {
  return exports.default.fetch(new Request(`http://localhost${path}`, init));
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
