import { describe, expect, it } from "vitest";
import { app } from "./service.ts";
import { greyLevels, INFER, infer, inferBinary, inputOf, LENGTH } from "./tensors.ts";

const { data: _, ...description } = inputOf(7);

/** A request whose tensor stands behind its JSON. */
function behind(binary_data_size: unknown, datatype = "UINT8") {
  return { inputs: [{ ...description, datatype, parameters: { binary_data_size } }] };
}

describe("What …/infer cannot serve in binary", () => {
  it.each(["-1", "1e3", "0x10", "", "99999999999", "100000", "12 34"])(
    "the header's length %j",
    async (length) => {
      const response = await infer({ inputs: [inputOf(7)] }, { [LENGTH]: length });
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ error: expect.stringContaining(LENGTH) });
    },
  );

  it.each([
    [783, 784, /^783 bytes stand behind the JSON; binary_data_size tells of 784\.$/],
    [785, 784, /^785 bytes .* 784\.$/],
    [783, 783, /^The input has 783 bytes, but its shape and type make 784\.$/],
    [784, 1e15, /^784 bytes /],
    [784, -784, /binary_data_size must be 0 or more/],
    [784, "784", /binary_data_size must be a number/],
    [0, null, /either data or/],
    [783, null, /^The input has 783 bytes, but its shape and type make 784\.$/],
  ])("%i bytes behind the JSON that tells of %j", async (sent, size, error) => {
    const response = await inferBinary(behind(size), new Uint8Array(sent));
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringMatching(error) });
  });

  it.each([Number.NaN, Infinity, -Infinity, 1.001, 3e38])("the FP32 %d in binary", async (x) => {
    const bytes = new Uint8Array(new Float32Array(784).fill(x, 9).buffer);
    const response = await inferBinary(behind(bytes.length, "FP32"), bytes);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringContaining("Value 9 ") });
  });

  it.each([
    ["UINT8", greyLevels(7)],
    ["a text", new TextEncoder().encode("seven")],
  ])("%s that is told to have no JSON", async (_, body) => {
    const response = await app.request(INFER, { method: "POST", body, headers: { [LENGTH]: "0" } });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: expect.stringMatching(/an image, or FP32 of 3136 bytes .* has \d+ bytes\.$/),
    });
  });

  it("a tensor without its JSON", async () => {
    const response = await app.request(INFER, { method: "POST", body: greyLevels(7) });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: "The body is not valid JSON in UTF-8." });
  });
});
