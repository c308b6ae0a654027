import { readFileSync } from "node:fs";
import { do_not_optimize } from "mitata";
import { createApp } from "../../worker/app.ts";
import type { Classifier } from "../../worker/classifier/classifier.ts";
import { judgeOf } from "../../worker/classifier/judge.ts";
import { readImages } from "../../worker/http/upload/readImages.ts";
import { decodeImage } from "../../worker/image/decodeImage.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { SIDE } from "../../worker/writing/form/side.ts";
import { toPixels } from "../../worker/writing/toPixels.ts";
import { draw } from "../unit/writing/drawings.ts";
import { createBaseline } from "./http/baseline.ts";
import { multipartOf, predictRequest, SEVEN } from "./requests.ts";
import type { Subject } from "./timing.ts";

/** Sides of the square pictures that are normalised. */
const SIDES = [SIDE, 280, 512, 1024];

/** Of a side, the width of the line that a digit is drawn with. */
const LINE = 0.07;

/** Stands for the count of bytes in flight. */
const uncounted = { take: () => {} };

const root = new URL("../../", import.meta.url);

/** From a picture to the net's input. */
export function imageSubjects(classifier: Classifier): Subject[] {
  const judge = judgeOf(classifier);
  const large = readFileSync(new URL("samples/3-large-black-on-white.png", root));
  const decode = (png: Uint8Array) =>
    decodeImage(png, defaultLimits, undefined, classifier.kernels);
  return [
    { name: "decode a 28×28 PNG", call: () => do_not_optimize(decode(SEVEN)) },
    {
      name: "28×28 PNG → digit",
      call: () => do_not_optimize(toPixels(decode(SEVEN), "auto", judge)),
    },
    { name: "decode a 280×280 PNG", call: () => do_not_optimize(decode(large)) },
    {
      name: "280×280 PNG → digit",
      call: () => do_not_optimize(toPixels(decode(large), "auto", judge)),
    },
    ...SIDES.map((side) => {
      const image = draw(7, { side, line: LINE * side });
      const call = () => do_not_optimize(toPixels(image, "always", judge));
      return { name: `normalise ${side}×${side}`, call };
    }),
  ];
}

/** Whole requests, and what they are made of; no network, and Node's Request and Response. */
export function requestSubjects(classifier: Classifier): Subject[] {
  const app = createApp({ classifier });
  const baseline = createBaseline();
  const { body, type } = multipartOf(SEVEN);
  const raw = () => predictRequest(SEVEN, "image/png");
  const multipart = () => predictRequest(body, type);
  const answer = async (target: { fetch: typeof app.fetch }, request: Request) =>
    do_not_optimize(await (await target.fetch(request)).text());
  return [
    { name: "make a Request", call: () => do_not_optimize(raw()) },
    { name: "Request → PNG, raw", call: () => readImages(raw(), defaultLimits, uncounted) },
    {
      name: "Request → PNG, multipart",
      call: () => readImages(multipart(), defaultLimits, uncounted),
    },
    { name: "POST to the baseline, raw", call: () => answer(baseline, raw()) },
    { name: "POST to the baseline, multipart", call: () => answer(baseline, multipart()) },
    { name: "POST /model/predict, raw", call: () => answer(app, raw()) },
    { name: "POST /model/predict, multipart", call: () => answer(app, multipart()) },
  ];
}
