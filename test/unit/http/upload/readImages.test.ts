import { describe, expect, it } from "vitest";
import { readImages } from "../../../../worker/http/upload/readImages.ts";
import { defaultLimits } from "../../../../worker/settings/limits.ts";
import { seven } from "../../protocols/service.ts";

const base64 = Buffer.from(seven).toString("base64");
const dataUrl = `data:image/png;base64,${base64}`;
const empty = new File([], "");

/** What is uploaded by a request with a body of a type, or of the one that it gives itself. */
function upload(body: BodyInit, type?: string) {
  const headers = type === undefined ? {} : { "Content-Type": type };
  const request = new Request("http://localhost/", { method: "POST", body, headers });
  return readImages(request, defaultLimits, { take: () => {} });
}

function form(parts: [name: string, value: string | Blob][]): FormData {
  const body = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === "string") body.append(name, value);
    else body.append(name, value);
  }
  return body;
}

const json = (value: unknown) => JSON.stringify(value);

describe("An upload of one image", () => {
  it.each([
    ["its bytes, declared as nothing", seven, ""],
    ["its bytes, as a web form", seven, "application/x-www-form-urlencoded"],
    ["its bytes, as text", seven, "text/plain;charset=UTF-8"],
    ["its bytes, as JSON", seven, "application/json"],
    ["its bytes, as multipart without a boundary", seven, "multipart/form-data"],
    ["its bytes, as a PDF", seven, "application/pdf"],
    ["a data URL as the body", dataUrl, undefined],
    ["a data URL as the body, declared as an image", dataUrl, "image/png"],
    ["JSON with base64", json({ image: base64 }), "application/json"],
    ["JSON with a data URL", json({ image: dataUrl }), "application/json; charset=utf-8"],
    ["JSON declared as text", ` ${json({ image: base64 })}`, undefined],
    ["a web form with a data URL", new URLSearchParams({ image: dataUrl }), undefined],
    [
      "a web form with a data URL that nobody has escaped",
      `a=b&file=${dataUrl}&c=d`,
      "application/x-www-form-urlencoded",
    ],
    ["a part", form([["file", new Blob([seven])]]), undefined],
    ["a text part with a data URL", form([["image", dataUrl]]), undefined],
    ["a file part with a data URL", form([["image", new File([dataUrl], "7.png")]]), undefined],
    [
      "a part beside a file input in which nothing was chosen",
      form([
        ["image", empty],
        ["file", new Blob([seven])],
        ["file", empty],
        ["file", ""],
      ]),
      undefined,
    ],
  ])("may be %s", async (_, body, type) => {
    const { images } = await upload(body, type);
    expect(images.map((image) => Buffer.from(image))).toEqual([Buffer.from(seven)]);
  });

  it("in JSON has its other values as fields", async () => {
    const { fields } = await upload(json({ topk: 3, image: base64, normalize: "never", x: null }));
    const decoder = new TextDecoder();
    expect(fields.map(({ name, data }) => [name, decoder.decode(data)])).toEqual([
      ["topk", "3"],
      ["normalize", "never"],
      ["x", "null"],
    ]);
  });
});

describe("An upload without an image", () => {
  const none = "There is no image. Send one as part `file`: -F file=@digit.png.";
  const noImage = expect.stringMatching(/^The body is not an image, .* -F file=@digit\.png\.$/);

  it.each([
    ["file inputs that were left empty", form([["file", empty]]), undefined, 400, none],
    ["an empty text", form([["file", ""]]), undefined, 400, none],
    [
      "a file's name",
      form([["file", "7.png"]]),
      undefined,
      400,
      "The image part is not a file. Choose one; with curl: -F file=@digit.png, with the @.",
    ],
    ["JSON without it", "{}", undefined, 400, "image is missing."],
    ["JSON that is not an object", "[1]", "application/json", 400, "image is missing."],
    ["JSON with a list", json({ image: [base64] }), undefined, 400, "image must be a text."],
    [
      "JSON with a URL",
      json({ image: "https://example.com/7.png" }),
      undefined,
      400,
      "image is a URL, and this service fetches nothing. Send the image's bytes in base64.",
    ],
    [
      "JSON with a file's name",
      json({ image: "7.png" }),
      undefined,
      400,
      "image is not valid base64. Send the image's bytes in base64.",
    ],
    [
      "a broken data URL",
      "data:image/png;base64,?",
      undefined,
      400,
      "The data URL is not valid base64. Send the image's bytes in base64.",
    ],
    ["a text", "seven", undefined, 415, noImage],
    ["a web form", new URLSearchParams({ file: "7.png" }), undefined, 415, noImage],
  ])("is refused: %s", async (_, body, type, status, message) => {
    await expect(upload(body, type)).rejects.toMatchObject({ status, message });
  });
});
