import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  checkNumbers,
  checkPicture,
  checkUpload,
  PICTURE_PATHS,
  targets,
} from "../fuzz/targets.ts";
import { randomFrom, seed } from "./random.ts";

/** Inputs of each target; `npm run fuzz` tries as many as fit a time. */
const COUNT = 1500;

const corpus = new URL("../fuzz/corpus/", import.meta.url);
const found = readdirSync(corpus);
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, corpus)));

describe("Random input", () => {
  it.each(Object.entries(targets))("%s", async (_, { property, attempt }) => {
    for (let i = 0; i < COUNT; i++) {
      const finding = await attempt(randomFrom(seed + i));
      const replay = `SEED=${seed + i}: ${property}`;
      expect(finding?.message, replay).toBeUndefined();
    }
  });
});

describe("What was once found", () => {
  it.each(found.filter((name) => name.endsWith(".png")))("%s", async (name) => {
    for (const path of PICTURE_PATHS) {
      expect(await checkPicture(read(name), path)).toBeUndefined();
    }
    expect(checkNumbers(read(name))).toBeUndefined();
  });

  it.each(found.filter((name) => name.endsWith(".multipart")))("%s", async (name) => {
    const file = Buffer.from(read(name));
    const start = file.indexOf("\r\n\r\n");
    const contentType = file.toString("latin1", "Content-Type: ".length, start);
    const body = new Uint8Array(file.subarray(start + 4));
    expect(await checkUpload({ body, contentType })).toBeUndefined();
  });
});
