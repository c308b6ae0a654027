import { describe, expect, it } from "vitest";
import { checkNames, settings } from "../../../worker/settings/settings.ts";

describe("checkNames", () => {
  it.each(["MAX_PIXEL", "API_TOKENS", "API_TITEL", "CORS_ORIGIN"])("refuses %s", (name) => {
    expect(() => checkNames({ [name]: "x" })).toThrow(
      /^\w+ is no setting\. There are MAX_BODY_BYTES/,
    );
  });

  it("takes every setting, and what is no setting's name", () => {
    const names = [...settings, "ASSETS", "RATE_LIMITER", "MY_VAR"];
    expect(() => checkNames(Object.fromEntries(names.map((name) => [name, "x"])))).not.toThrow();
  });
});
