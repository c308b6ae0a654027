import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nodeAssets } from "../../../worker/adapters/node.ts";
import { createApp } from "../../../worker/app.ts";
import { parseDebug } from "../../../worker/settings/debug.ts";
import { defaultInfo, parseInfo } from "../../../worker/settings/info.ts";
import { classifier } from "../protocols/service.ts";

describe("API_TITLE, API_DESC and API_VERSION", () => {
  it("name the service where it describes its API", async () => {
    const info = parseInfo({ API_TITLE: "Digits", API_DESC: "Reads.", API_VERSION: "9", OTHER: 1 });
    expect(info).toEqual({ title: "Digits", description: "Reads.", version: "9" });
    const app = createApp({ classifier, assets: await nodeAssets(), info });
    for (const path of ["/openapi.json", "/swagger.json"]) {
      const response = await app.request(path);
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(await response.json()).toMatchObject({ info });
    }
    expect(await (await app.request("/v2")).json()).toMatchObject({ version: "9" });
  });

  it("leave what is not given as it is", () => {
    expect(parseInfo({})).toEqual({});
    expect(parseInfo({ API_TITLE: null, API_VERSION: undefined })).toEqual({});
    expect(parseInfo({ API_VERSION: "9" })).toEqual({ version: "9" });
  });

  it.each(["", "  ", 3, true, {}])("stop the start where one is %j", (value) => {
    expect(() => parseInfo({ API_TITLE: value })).toThrow(/^API_TITLE is .* has to be a text\.$/);
  });

  it("are by default what package.json has", () => {
    const file = new URL("../../../package.json", import.meta.url);
    const { name, version } = JSON.parse(readFileSync(file, "utf8"));
    expect(defaultInfo).toMatchObject({ title: name, version });
  });
});

describe("DEBUG", () => {
  it.each([
    [undefined, false],
    [null, false],
    ["false", false],
    [false, false],
    ["true", true],
    [true, true],
  ])("%j is taken as %j", (DEBUG, expected) => {
    expect(parseDebug({ DEBUG })).toBe(expected);
  });

  it.each(["", "yes", "True", "1", 1, 0, " true"])("stops the start where it is %j", (DEBUG) => {
    expect(() => parseDebug({ DEBUG })).toThrow(/^DEBUG is .* has to be true or false\.$/);
  });
});
