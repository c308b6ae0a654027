import { type ParameterName, shapes } from "../../../weights/parameters.ts";
import type { Parameters } from "../parameters.ts";
import { bytes, type Field, message, number, text } from "./protobuf.ts";

/** What the numbers of the messages' fields mean: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */
const MODEL = { irVersion: 1, graph: 7, opset: 8 };
const OPSET = { version: 2 };
const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12 };
const NODE = { input: 1, output: 2, opType: 4, attribute: 5 };
const ATTRIBUTE = { name: 1, integer: 3, integers: 8, type: 20 };
const TENSOR = { dims: 1, dataType: 2, name: 8, rawData: 9 };
const VALUE = { name: 1, type: 2 };
const TYPE = { tensor: 1 };
const TENSOR_TYPE = { element: 1, shape: 2 };
const SHAPE = { dimension: 1 };
const DIMENSION = { value: 1, parameter: 2 };

const FLOAT = 1;
const ATTRIBUTE_INTEGER = 2;
const ATTRIBUTE_INTEGERS = 7;

/** Versions of the format and of its operators that every current engine reads. */
const IR_VERSION = 8;
const OPSET_VERSION = 17;

/** Names of the graph's input, float[n][1][28][28] as the tutorial normalises it, and output, [n][10]. */
export const INPUT = "image";
export const OUTPUT = "logits";

/** MyConvNet as an ONNX model, for any number of images. */
export function onnxModel(parameters: Parameters): Uint8Array {
  const pool = { kernel_shape: [2, 2], strides: [2, 2] };
  const graph = message(
    MODEL.graph,
    node("Conv", [INPUT, "conv1.weight", "conv1.bias"], "conv1"),
    node("Relu", ["conv1"], "relu1"),
    node("MaxPool", ["relu1"], "pool1", pool),
    node("Conv", ["pool1", "conv2.weight", "conv2.bias"], "conv2"),
    node("Relu", ["conv2"], "relu2"),
    node("MaxPool", ["relu2"], "pool2", pool),
    node("Flatten", ["pool2"], "features"),
    node("Gemm", ["features", "fc1.weight", "fc1.bias"], "fc1", { transB: 1 }),
    node("Relu", ["fc1"], "hidden"),
    node("Gemm", ["hidden", "fc2.weight", "fc2.bias"], OUTPUT, { transB: 1 }),
    text(GRAPH.name, "MyConvNet"),
    ...(Object.keys(shapes) as ParameterName[]).map((name) => initializer(name, parameters[name])),
    value(GRAPH.input, INPUT, ["n", 1, 28, 28]),
    value(GRAPH.output, OUTPUT, ["n", 10]),
  );
  const opset = message(MODEL.opset, number(OPSET.version, OPSET_VERSION));
  return Buffer.concat([number(MODEL.irVersion, IR_VERSION), graph, opset]);
}

/** An operator; its attributes are whole numbers or lists of them. */
function node(
  opType: string,
  inputs: string[],
  output: string,
  attributes: Record<string, number | number[]> = {},
): Field {
  return message(
    GRAPH.node,
    ...inputs.map((name) => text(NODE.input, name)),
    text(NODE.output, output),
    text(NODE.opType, opType),
    ...Object.entries(attributes).map(([name, given]) => attribute(name, given)),
  );
}

function attribute(name: string, given: number | number[]): Field {
  const fields =
    typeof given === "number"
      ? [number(ATTRIBUTE.integer, given), number(ATTRIBUTE.type, ATTRIBUTE_INTEGER)]
      : [
          ...given.map((item) => number(ATTRIBUTE.integers, item)),
          number(ATTRIBUTE.type, ATTRIBUTE_INTEGERS),
        ];
  return message(NODE.attribute, text(ATTRIBUTE.name, name), ...fields);
}

function initializer(name: ParameterName, values: Float32Array): Field {
  return message(
    GRAPH.initializer,
    ...shapes[name].map((side) => number(TENSOR.dims, side)),
    number(TENSOR.dataType, FLOAT),
    text(TENSOR.name, name),
    bytes(TENSOR.rawData, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  );
}

/** The graph's input or output; a side that is a name may have any length. */
function value(field: number, name: string, shape: (number | string)[]): Field {
  const dimensions = shape.map((side) =>
    message(
      SHAPE.dimension,
      typeof side === "number" ? number(DIMENSION.value, side) : text(DIMENSION.parameter, side),
    ),
  );
  const tensor = message(
    TYPE.tensor,
    number(TENSOR_TYPE.element, FLOAT),
    message(TENSOR_TYPE.shape, ...dimensions),
  );
  return message(field, text(VALUE.name, name), message(VALUE.type, tensor));
}
