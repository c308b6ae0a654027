import { INPUT, OUTPUTS } from "./inferRequest.ts";

/** The extension of the protocol by which Triton tells a model's configuration. */
export const CONFIG_EXTENSION = "model_configuration";

/**
 * The model's configuration, of Triton's ModelConfig what its clients look at: the batch's size, and
 * inputs and outputs without the batch's axis.
 *
 * @see https://github.com/triton-inference-server/common/blob/main/protobuf/model_config.proto
 */
export function modelConfig(name: string, platform: string, maxBatch: number) {
  return {
    name,
    platform,
    max_batch_size: maxBatch,
    input: [{ ...configured(INPUT), format: "FORMAT_NCHW" }],
    output: OUTPUTS.map(configured),
  };
}

interface Tensor {
  name: string;
  datatype: string;
  shape: readonly number[];
}

function configured({ name, datatype, shape: [, ...dims] }: Tensor) {
  return { name, data_type: `TYPE_${datatype}`, dims };
}
