import { afterEach, describe, expect, it } from "vitest";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { expectSeven, post, postTo } from "./known.ts";
import { form, notes, postMultipart, uploadFaults } from "./uploadFaults.ts";

const { maxParts } = defaultLimits;

afterEach(expectSeven);

describe.each(["/model/predict", "/model/read"])("Upload faults of %s", (path) => {
  it.each(uploadFaults)("$fault", async ({ send, status, message }) => {
    const response = await send(postTo(path));
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      status: "error",
      message: expect.stringMatching(message),
    });
  });
});

describe("An upload", () => {
  it("is not repeated in an error", async () => {
    for (const response of [
      await post("<script>", { "Content-Type": "text/<script>" }),
      await post(form(["<script>", "x"], ["file", "<script>"])),
      await postMultipart(post, "<script>", "multipart/form-data; boundary=<script>"),
    ]) {
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toContain("script");
    }
  });

  it(`may have ${maxParts} parts`, async () => {
    expect((await post(notes(maxParts - 1))).status).toBe(200);
  });
});
