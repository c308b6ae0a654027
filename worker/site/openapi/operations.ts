import { IMAGE_TYPES } from "../../image/decodeImage.ts";
import {
  classificationSchema,
  imageClassificationRequest,
} from "../../protocols/huggingFace/huggingFaceSchemas.ts";
import { labelsSchema, metadataSchema, predictSchema } from "../../protocols/max/maxSchemas.ts";
import * as openInference from "../../protocols/openInference/inferAnswers.ts";
import { inferRequest } from "../../protocols/openInference/inferRequest.ts";
import { JSON_LENGTH_HEADER } from "../../protocols/openInference/output.ts";
import { healthSchema } from "../../protocols/schemas.ts";
import { form, json, octets, RAW_TYPES, sevenAsTensor, sevenPng } from "./bodies.ts";
import type { Operation } from "./Operation.ts";

const MAX = "Model Asset eXchange";
const HUGGING_FACE = "Hugging Face";
const OPEN_INFERENCE = "Open Inference Protocol";
const SERVICE = "Service";

const IMAGE_ERRORS = [400, 413, 415, 422];
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
      "Takes PNG and JPEG files as parts of a form, each called `file` or `image`, or one as the body itself. " +
      "Answers the likeliest digit of each image, in upload order; with `topk` or `threshold` as many as " +
      "these let through, each image's best first. Both may be fields of the form, too.",
    parameters: ["topk", "threshold", "normalize"],
    body: { ...form(), ...Object.fromEntries(RAW_TYPES.map((type) => [type, octets])) },
    answer: json(predictSchema),
    example: sevenPng(),
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
    description:
      "Takes a PNG or JPEG file as the body, whatever its Content-Type, or in base64 in JSON.",
    parameters: ["normalize"],
    body: {
      ...Object.fromEntries(IMAGE_TYPES.map((type) => [type, octets])),
      ...json(imageClassificationRequest),
    },
    answer: json(classificationSchema),
    example: sevenPng(),
    errors: IMAGE_ERRORS,
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
      path: `${path}/ready`,
      id: i === 0 ? "modelReady" : "modelVersionReady",
      tag: OPEN_INFERENCE,
      summary: "Whether the model can infer",
      answer: json(openInference.modelReadySchema),
    },
    {
      method: "post",
      path: `${path}/infer`,
      id: i === 0 ? "infer" : "inferVersion",
      tag: OPEN_INFERENCE,
      summary: "Classifies tensors",
      description:
        "One input of the name `input`, of the shape [N, 1, 28, 28], [N, 28, 28] or [N, 784]: grey " +
        "levels of light ink on a dark ground, 0 … 255 as UINT8, or -1 … 1 as FP32, " +
        "grey / 127.5 - 1. With the binary tensor extension the tensors' bytes stand behind the " +
        `JSON, little-endian, and the header ${JSON_LENGTH_HEADER} tells how long that is.`,
      headers: {
        [JSON_LENGTH_HEADER]: {
          description: "Bytes of JSON, where tensors stand behind it",
          schema: { type: "integer", minimum: 0 },
        },
      },
      body: { ...json(inferRequest), "application/octet-stream": octets },
      answer: { ...json(openInference.inferSchema), "application/octet-stream": octets },
      example: sevenAsTensor(),
      errors: [400, 413, 415],
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
