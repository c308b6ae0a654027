import { deflateSync, gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { serve } from "./httpServer.ts";
import { seven } from "./service.ts";
import { greyLevels, inputOf, normalised, outputsOf, readBinary } from "./tensors.ts";
import * as triton from "./tritonRequests.ts";

const { url, close } = await serve();
afterAll(close);

const grey = greyLevels(7);
const expected = outputsOf(7);
const values = {
  probabilities: expected.probabilities.data,
  logits: expected.logits.data,
  label: [7n],
};

function send({ path, headers, body }: triton.ClientRequest, more = {}): Promise<Response> {
  return fetch(url + path, { method: "POST", headers: { ...headers, ...more }, body });
}

describe("tritonclient.http", () => {
  it.each([
    ["a numpy array, outputs by default", triton.byDefault(normalised(grey))],
    ["data in JSON, outputs by default", triton.inJson(grey)],
    ["parameters of other servers", triton.withParameters(grey)],
    ["an image file", triton.imageFile(seven)],
  ])("reads what it is answered: %s", async (_, request) => {
    const response = await send(request);
    expect(response.status).toBe(200);
    const { answer, values: found, left } = await readBinary(response);
    expect(answer.outputs.map(({ name }: { name: string }) => name)).toEqual(Object.keys(values));
    expect([found, left]).toEqual([values, 0]);
  });

  it("reads the outputs that it names, each its own way", async () => {
    const { answer, values: found } = await readBinary(await send(triton.withOutputs(grey)));
    expect(answer).toMatchObject({ id: "42", model_version: "1" });
    expect(found).toEqual({ label: [7n], logits: expected.logits.data });
  });

  it("finds server and model alive, ready and described", async () => {
    for (const path of ["", "/health/live", "/health/ready", "/models/mnist-classifier/ready"]) {
      expect((await fetch(`${url}/v2${path}`)).status).toBe(200);
    }
    const response = await fetch(`${url}/v2/models/mnist-classifier/versions/1`);
    expect(await response.json()).toMatchObject({ inputs: [{ name: "input" }] });
    expect((await fetch(`${url}/v2/models/another/ready`)).status).toBe(404);
  });

  it("finds what its image_client looks for in the model's configuration", async () => {
    const config = await (await fetch(`${url}/v2/models/mnist-classifier/config`)).json();
    const metadata = await (await fetch(`${url}/v2/models/mnist-classifier`)).json();
    expect(config).toMatchObject({
      max_batch_size: 1024,
      input: [{ format: "FORMAT_NCHW", data_type: "TYPE_FP32" }],
    });
    expect([-1, ...config.input[0].dims]).toEqual(metadata.inputs[0].shape);
    const index = await fetch(`${url}/v2/repository/index`, { method: "POST", body: "" });
    expect(await index.json()).toEqual([{ name: config.name, version: "1", state: "READY" }]);
  });

  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
  ])("may compress its requests with %s", async (coding, compress) => {
    const request = triton.byDefault(normalised(grey));
    const body = new Uint8Array(compress(request.body));
    const response = await send({ ...request, body }, { "Content-Encoding": coding });
    expect((await readBinary(response)).values).toEqual(values);
  });

  it("is served where it asks for compressed answers, that this service does not send", async () => {
    const response = await send(triton.byDefault(normalised(grey)), { "Accept-Encoding": "gzip" });
    expect(response.headers.has("content-encoding")).toBe(false);
    expect((await readBinary(response)).values).toEqual(values);
  });
});

const path = "/v2/models/mnist-classifier/infer";
const { data, ...description } = inputOf(7);

/** Requests in JSON, as these clients write them. */
const others: [client: string, body: object][] = [
  [
    "KServe's InferRequest",
    {
      id: "5f3c1e5e-1d2b-4c7e-9a0f-2f6d1c9b7a11",
      model_name: "mnist-classifier",
      inputs: [
        { name: "input", shape: [1, 1, 28, 28], datatype: "FP32", data: [...normalised(grey)] },
      ],
      parameters: { binary_data_output: false },
    },
  ],
  [
    "MLServer's InferenceRequest, by its NumpyCodec",
    {
      inputs: [
        {
          name: "input",
          shape: [1, 784],
          datatype: "UINT8",
          parameters: { content_type: "np" },
          data,
        },
      ],
    },
  ],
  [
    "a data class, with null for what is not set",
    {
      id: null,
      parameters: null,
      inputs: [{ ...description, parameters: null, data }],
      outputs: [{ name: "label", parameters: null }],
    },
  ],
];

describe("Clients that send JSON", () => {
  it.each(others)("%s", async (_, body) => {
    const headers = { "Content-Type": "application/json" };
    const response = await send({
      path,
      headers,
      body: new TextEncoder().encode(JSON.stringify(body)),
    });
    const { outputs } = (await response.json()) as { outputs: unknown[] };
    expect(outputs).toContainEqual(expected.label);
  });
});
