import { jsonUpload } from "../../http/upload/jsonUpload.ts";
import { classificationSchema } from "../../protocols/huggingFace/huggingFaceAnswers.ts";
import { imageClassificationRequest } from "../../protocols/huggingFace/huggingFaceSchemas.ts";
import { predictionsSchema } from "../../protocols/kserve/kserveAnswers.ts";
import { predictRequest } from "../../protocols/kserve/kserveSchemas.ts";
import {
  labelsSchema,
  metadataSchema,
  predictSchema,
  readSchema,
} from "../../protocols/max/maxSchemas.ts";
import * as openInference from "../../protocols/openInference/inferAnswers.ts";
import { DATATYPES, inferRequest } from "../../protocols/openInference/inferRequest.ts";
import { JSON_LENGTH_HEADER } from "../../protocols/openInference/output.ts";
import { healthSchema, modelReadySchema, modelsSchema } from "../../protocols/schemas.ts";
import {
  form,
  json,
  numberPng,
  octets,
  raw,
  sevenAsInstance,
  sevenAsTensor,
  sevenPng,
} from "./bodies.ts";
import type { Operation } from "./Operation.ts";

const MAX = "Model Asset eXchange";
const HUGGING_FACE = "Hugging Face";
const KSERVE = "KServe's first protocol";
const OPEN_INFERENCE = "Open Inference Protocol";
const SERVICE = "Service";

const BODY_ERRORS = [400, 408, 413, 415, 503];
const IMAGE_ERRORS = [...BODY_ERRORS, 422];
const MODEL = "/v2/models/mnist-classifier";
const VERSION = `${MODEL}/versions/1`;

/** All that the API does, in the order in which it is described. */
export const operations: Operation[] = [
  {
    method: "post",
    path: "/model/predict",
    id: "predict",
    tag: MAX,
    summary: "Recognises the digits on images",
    description:
      "Takes PNG and JPEG files as parts of a form, each called `file` or `image`, or one as the body " +
      "itself, or in base64 in JSON. " +
      "Answers the likeliest digit of each image, in upload order; with `topk` or `threshold` as many as " +
      "these let through, each image's best first. The parameters may be fields of the form or of the " +
      "JSON, too.",
    parameters: ["topk", "threshold", "normalize"],
    body: { ...form(), ...raw(), ...json(jsonUpload) },
    answer: json(predictSchema),
    example: sevenPng(),
    errors: IMAGE_ERRORS,
  },
  {
    method: "post",
    path: "/model/read",
    id: "read",
    tag: MAX,
    summary: "Reads every digit on images",
    description:
      "Takes the same uploads as `/model/predict`. Answers the lines of digits on each image, in upload " +
      "order, each digit with its probability and the box around it. `threshold` leaves out digits of a " +
      "smaller probability; where it leaves out all, the text is empty. It may be a field of the form or " +
      "of the JSON, too.",
    parameters: ["threshold"],
    body: { ...form(), ...raw(), ...json(jsonUpload) },
    answer: json(readSchema),
    example: numberPng(),
    errors: IMAGE_ERRORS,
  },
  {
    method: "get",
    path: "/model/metadata",
    id: "metadata",
    tag: MAX,
    summary: "Tells of the model",
    answer: json(metadataSchema),
  },
  {
    method: "get",
    path: "/model/labels",
    id: "labels",
    tag: MAX,
    summary: "Lists the digits that the model tells apart",
    answer: json(labelsSchema),
  },
  {
    method: "post",
    path: "/models/mnist-classifier",
    id: "imageClassification",
    tag: HUGGING_FACE,
    summary: "Classifies an image",
    description: "Takes a PNG or JPEG file as the body, as part of a form, or in base64 in JSON.",
    parameters: ["normalize"],
    body: { ...raw(), ...form(), ...json(imageClassificationRequest) },
    answer: json(classificationSchema),
    example: sevenPng(),
    errors: IMAGE_ERRORS,
  },
  {
    method: "post",
    path: "/v1/models/mnist-classifier:predict",
    id: "kservePredict",
    tag: KSERVE,
    summary: "Classifies image files or numbers",
    description:
      "Instances are image files in base64, as `b64`, `image.b64`, `image_bytes.b64` or `data`, or " +
      "28 × 28 numbers, flat or nested, of light ink on a dark ground: 0 … 255, 0 … 1 or -1 … 1. The " +
      "answer has the probabilities of the digits from 0 to 9 for each.",
    body: json(predictRequest),
    answer: json(predictionsSchema),
    example: sevenAsInstance(),
    errors: IMAGE_ERRORS,
  },
  {
    method: "get",
    path: "/v1/models",
    id: "kserveModels",
    tag: KSERVE,
    summary: "Lists the models",
    answer: json(modelsSchema),
  },
  {
    method: "get",
    path: "/v1/models/mnist-classifier",
    id: "kserveModel",
    tag: KSERVE,
    summary: "Whether the model can predict",
    answer: json(modelReadySchema),
  },
  {
    method: "get",
    path: "/v2",
    id: "server",
    tag: OPEN_INFERENCE,
    summary: "Tells of the server",
    answer: json(openInference.serverSchema),
  },
  {
    method: "get",
    path: "/v2/health/live",
    id: "live",
    tag: OPEN_INFERENCE,
    summary: "Whether the server is there",
    answer: json(openInference.liveSchema),
    open: true,
  },
  {
    method: "get",
    path: "/v2/health/ready",
    id: "ready",
    tag: OPEN_INFERENCE,
    summary: "Whether the server can infer",
    answer: json(openInference.readySchema),
    open: true,
  },
  {
    method: "get",
    path: "/v2/models",
    id: "models",
    tag: OPEN_INFERENCE,
    summary: "Lists the models, as KServe does",
    answer: json(modelsSchema),
  },
  {
    method: "post",
    path: "/v2/repository/index",
    id: "repositoryIndex",
    tag: OPEN_INFERENCE,
    summary: "Lists the models, as Triton does",
    answer: json(openInference.indexSchema),
    example: { method: "POST" },
  },
  ...[MODEL, VERSION].flatMap((path, i): Operation[] => [
    {
      method: "get",
      path,
      id: i === 0 ? "model" : "modelVersion",
      tag: OPEN_INFERENCE,
      summary: "Tells of the model's inputs and outputs",
      answer: json(openInference.modelSchema),
    },
    {
      method: "get",
      path: `${path}/config`,
      id: i === 0 ? "modelConfig" : "modelVersionConfig",
      tag: OPEN_INFERENCE,
      summary: "Tells of the model's inputs and outputs, as Triton does",
      answer: json(openInference.configSchema),
    },
    {
      method: "get",
      path: `${path}/ready`,
      id: i === 0 ? "modelReady" : "modelVersionReady",
      tag: OPEN_INFERENCE,
      summary: "Whether the model can infer",
      answer: json(modelReadySchema),
    },
    {
      method: "post",
      path: `${path}/infer`,
      id: i === 0 ? "infer" : "inferVersion",
      tag: OPEN_INFERENCE,
      summary: "Classifies tensors and image files",
      description:
        "One input of the name `input`. Images are of the shape [N, 1, 28, 28], [N, 28, 28] or " +
        "[N, 784], image files of the shape [N]. What they are in each type:\n\n" +
        Object.entries(DATATYPES)
          .map(([type, meaning]) => `- ${type}: ${meaning}\n`)
          .join("") +
        "\nWith the binary tensor extension the tensor's bytes stand behind the JSON, little-endian, " +
        `and the header ${JSON_LENGTH_HEADER} tells how long that is. Where that is 0, the body is an ` +
        "image file, or images in FP32.",
      headers: {
        [JSON_LENGTH_HEADER]: {
          description: "Bytes of JSON, where tensors stand behind it",
          schema: { type: "integer", minimum: 0 },
        },
      },
      body: { ...json(inferRequest), "application/octet-stream": octets },
      answer: { ...json(openInference.inferSchema), "application/octet-stream": octets },
      example: sevenAsTensor(),
      errors: IMAGE_ERRORS,
    },
  ]),
  {
    method: "get",
    path: "/health",
    id: "health",
    tag: SERVICE,
    summary: "Whether the service answers, for load balancers",
    answer: json(healthSchema),
    open: true,
  },
];
