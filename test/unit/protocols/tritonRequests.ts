/*
 * Requests as tritonclient.http 2.x builds them: each function stands for a call in Python, and
 * returns what is sent then. Made by this project from the client's published behaviour:
 *
 * - JSON by rapidjson, without white space, non-ASCII escaped; keys in the order id, inputs,
 *   outputs, parameters; in a tensor name, shape, datatype, parameters, data
 * - inputs are binary unless binary_data=False: their bytes behind the JSON in the inputs' order, and
 *   the JSON's length in Inference-Header-Content-Length, which is left out where all is JSON
 * - outputs are binary unless binary_data=False; where none is named, binary_data_output is set
 * - no Content-Type, and paths without a leading version unless model_version is given
 *
 * https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/protocol/extension_binary_data.html
 */

/** A request of a client, before its connection adds Host and Content-Length. */
export interface ClientRequest {
  path: string;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

const MODEL = "/v2/models/mnist-classifier";
const encoder = new TextEncoder();

function request(json: string, bytes: Uint8Array = new Uint8Array(), path = MODEL): ClientRequest {
  const head = encoder.encode(json);
  return {
    path: `${path}/infer`,
    headers: bytes.length > 0 ? { "Inference-Header-Content-Length": String(head.length) } : {},
    body: new Uint8Array([...head, ...bytes]),
  };
}

/** `infer("mnist-classifier", [input])`, input of np.float32 and [1, 1, 28, 28]. */
export function byDefault(floats: Float32Array): ClientRequest {
  return request(
    '{"inputs":[{"name":"input","shape":[1,1,28,28],"datatype":"FP32",' +
      '"parameters":{"binary_data_size":3136}}],"parameters":{"binary_data_output":true}}',
    new Uint8Array(floats.buffer),
  );
}

/** `infer(…, model_version="1", request_id="42", outputs=[label, logits])`, of np.uint8, [1, 784]. */
export function withOutputs(grey: Uint8Array): ClientRequest {
  return request(
    '{"id":"42","inputs":[{"name":"input","shape":[1,784],"datatype":"UINT8",' +
      '"parameters":{"binary_data_size":784}}],' +
      '"outputs":[{"name":"label","parameters":{"binary_data":true}},' +
      '{"name":"logits","parameters":{"binary_data":false}}]}',
    grey,
    `${MODEL}/versions/1`,
  );
}

/** `set_data_from_numpy(grey, binary_data=False)`, and outputs by default. */
export function inJson(grey: Uint8Array): ClientRequest {
  return request(
    '{"inputs":[{"name":"input","shape":[1,28,28],"datatype":"UINT8",' +
      `"data":[${[...grey]}]}],"parameters":{"binary_data_output":true}}`,
  );
}

/** `infer(…, sequence_id=3, sequence_start=True, priority=1, timeout=1000, parameters={"a": "ü"})`. */
export function withParameters(grey: Uint8Array): ClientRequest {
  return request(
    '{"inputs":[{"name":"input","shape":[1,784],"datatype":"UINT8",' +
      '"parameters":{"binary_data_size":784}}],' +
      '"parameters":{"sequence_id":3,"sequence_start":true,"sequence_end":false,"priority":1,' +
      '"timeout":1000,"binary_data_output":true,"a":"\\u00FC"}}',
    grey,
  );
}

/** `set_data_from_numpy(np.array([png], dtype=np.object_))`: each element behind its length. */
export function imageFile(png: Uint8Array): ClientRequest {
  const length = new Uint8Array(Uint32Array.of(png.length).buffer);
  return request(
    '{"inputs":[{"name":"input","shape":[1],"datatype":"BYTES",' +
      `"parameters":{"binary_data_size":${png.length + 4}}}],"parameters":{"binary_data_output":true}}`,
    new Uint8Array([...length, ...png]),
  );
}
