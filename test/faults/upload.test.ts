import { afterEach, describe, expect, it } from "vitest";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { expectSeven, post } from "./known.ts";
import { form, notes, postMultipart, uploadFaults } from "./uploadFaults.ts";

const { maxParts } = defaultLimits;

afterEach(expectSeven);

describe("Upload faults", () => {
  it.each(uploadFaults)("$fault", async ({ send, status, message }) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      status: "error",
      message: expect.stringMatching(message),
    });
  });

  it("repeats nothing of what was sent", async () => {
    for (const response of [
      await post("<script>", { "Content-Type": "text/<script>" }),
      await post(form(["<script>", "x"], ["file", "<script>"])),
      await postMultipart("<script>", "multipart/form-data; boundary=<script>"),
    ]) {
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toContain("script");
    }
  });

  it(`takes ${maxParts} parts`, async () => {
    expect((await post(notes(maxParts - 1))).status).toBe(200);
  });
});
