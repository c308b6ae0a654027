import { Agent, request } from "node:http";
import sharp from "sharp";
import { expect, inject, it } from "vitest";
import { isJpeg } from "../../worker/image/jpeg/signature.ts";
import { noisyDigit } from "../faults/images.ts";
import { expectSeven } from "../faults/known.ts";
import { memoryOf, workerdIn } from "../runtimes/processes.ts";
import { randomFrom, seed } from "../unit/random.ts";

/** V8 lets its heap grow until it has seen about this many. */
const WARM_UP = 100_000;
const REQUESTS = 100_000;
const CONNECTIONS = 32;
/** One in so many requests is for numbers, every other one of them good. */
const READ_EVERY = 5;
/** Requests between two looks at the memory. */
const SAMPLE = 500;
/** By how much the last quarter's median may lie above the first's, once it is warm. */
const GROWTH = 1.05;

const random = randomFrom(seed);
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

it("serves good and bad requests in flat memory, without a 5xx", async () => {
  const pid = workerdIn(inject("group"));
  const pngs = Array.from({ length: 100 }, (_, number) => noisyDigit(number, random));
  // A third are JPEGs.
  const good = await Promise.all(
    pngs.map((png, i) => (i % 3 === 0 ? sharp(png).jpeg({ quality: 90 }).toBuffer() : png)),
  );
  const resident: number[] = [];
  // Of good files and of damaged ones, some of which are read all the same; and of all that are
  // read as numbers, in whose noise there need not be one.
  const statuses = [
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
  ];
  let sent = 0;
  const client = async () => {
    while (sent < WARM_UP + REQUESTS) {
      if (sent >= WARM_UP && sent % SAMPLE === 0) resident.push(memoryOf(pid));
      const file = good[sent % good.length];
      // Every other one is good; the others are cut or have a byte changed.
      const [isGood, isRead] = [sent % 2 === 0, sent % READ_EVERY === 0];
      sent++;
      const path = isRead ? "/model/read" : "/model/predict";
      const status = await post(path, isGood ? file : damaged(file));
      const which = isRead ? 2 : Number(!isGood);
      statuses[which].set(status, (statuses[which].get(status) ?? 0) + 1);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  const seconds = (performance.now() - start) / 1000;
  await expectSeven();

  const quarter = resident.length / 4;
  const [first, last] = [0, 3].map((n) => median(resident.slice(n * quarter, (n + 1) * quarter)));
  console.log(
    `${sent} requests in ${seconds.toFixed(0)} s, ${JSON.stringify(statuses.map((of) => [...of]))}; resident MB ` +
      `when warm, medians: first quarter ${(first / 1e6).toFixed(1)}, last ${(last / 1e6).toFixed(1)}`,
  );
  const [ofGood, ofDamaged, ofRead] = statuses.map((counts) => [...counts.keys()].toSorted());
  expect(ofGood).toEqual([200]);
  expect(ofDamaged).toEqual([200, 400]);
  expect(ofRead.filter((status) => ![200, 400, 422].includes(status))).toEqual([]);
  expect(last / first, `SEED=${seed}`).toBeLessThan(GROWTH);
});

function damaged(file: Uint8Array): Uint8Array {
  const at = Math.floor(random() * file.length);
  // JPEG has no checksums: a byte of another value may make another picture.
  if (isJpeg(file) || random() < 0.5) return file.subarray(0, at);
  const copy = file.slice();
  copy[at] ^= 1 + Math.floor(random() * 255);
  return copy;
}

function post(path: string, body: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request(`${inject("url")}${path}`, { method: "POST", agent }, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
    });
    sending.on("error", reject).end(body);
  });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
