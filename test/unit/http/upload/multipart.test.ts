import { describe, expect, it } from "vitest";
import { readMultipart } from "../../../../worker/http/upload/multipart.ts";
import { cpuTime } from "../../cpuTime.ts";
import { randomFrom, seed } from "../../random.ts";

const TYPE = "multipart/form-data; boundary=b";
const FILE = 'Content-Disposition: form-data; name="file"';

/** The parts of a body that is given as text, a character a byte. */
function read(body: string, type = TYPE) {
  return [...readMultipart(Buffer.from(body, "latin1"), type)].map(({ name, isFile, data }) => ({
    name,
    isFile,
    text: Buffer.from(data).toString("latin1"),
  }));
}

/** A body with one part of these headers. */
const withHeaders = (...headers: string[]) =>
  `--b\r\n${headers.join("\r\n")}\r\n\r\n7\r\n--b--\r\n`;

const one = [{ name: "file", isFile: false, text: "7" }];
const oneFile = [{ name: "file", isFile: true, text: "7" }];

describe("readMultipart", () => {
  it.each([
    ["a part", withHeaders(FILE), one],
    ["a preamble", `This is multipart.\r\n${withHeaders(FILE)}`, one],
    ["an empty preamble", `\r\n${withHeaders(FILE)}`, one],
    ["an epilogue", `${withHeaders(FILE)}--b\r\nand more`, one],
    ["nothing behind the closing boundary", withHeaders(FILE).slice(0, -2), one],
    ["white space behind a boundary", withHeaders(FILE).replace("--b\r", "--b \t\r"), one],
    [
      "headers in any case and order",
      withHeaders("x: y", FILE.toUpperCase()),
      [{ name: "FILE", isFile: false, text: "7" }],
    ],
    ["a header over two lines", withHeaders(FILE.replace("; ", ";\r\n\t")), one],
    [
      "headers that go on in the next line, after one that names another",
      withHeaders(
        "x: Content-Disposition: form-data; name=x",
        "y: z",
        FILE.replace(": ", ":\r\n "),
      ),
      one,
    ],
    ["an unquoted name", withHeaders("Content-Disposition: form-data;name=file"), one],
    [
      "escapes in a name",
      withHeaders(FILE.replace("file", '\\"\\\\')),
      [{ name: '"\\', isFile: false, text: "7" }],
    ],
    ["a file name", withHeaders(`${FILE}; filename="7.png"`), oneFile],
    ["an unquoted file name", withHeaders(`${FILE}; filename=7.png`), oneFile],
    ["an empty file name, as no file", withHeaders(`${FILE}; filename=""`), one],
    ["an encoded file name", withHeaders(`${FILE}; filename*=UTF-8''7.png`), oneFile],
    [
      "a file name that looks like a parameter",
      withHeaders(`${FILE}; filename="; name=x"`),
      oneFile,
    ],
    ["no content", `--b\r\n${FILE}\r\n\r\n\r\n--b--`, [{ ...one[0], text: "" }]],
    ["no content and no break", `--b\r\n${FILE}\r\n\r\n--b--`, [{ ...one[0], text: "" }]],
    [
      "breaks at the content's ends",
      withHeaders(FILE).replace("7", "\r\n7\r\n\r\n"),
      [{ ...one[0], text: "\r\n7\r\n\r\n" }],
    ],
    [
      "a longer boundary in the content",
      withHeaders(FILE).replace("7", "\r\n--bc\r\n--b-\r\n"),
      [{ ...one[0], text: "\r\n--bc\r\n--b-\r\n" }],
    ],
    ["no parts", "--b--", []],
    [
      "lines that end in LF alone",
      withHeaders("x: y", FILE.replace("; ", ";\n\t")).replaceAll("\r", ""),
      one,
    ],
    [
      "breaks of either kind at the content's ends, where lines end in LF",
      withHeaders(FILE).replaceAll("\r", "").replace("7", "\n7\r\n\r"),
      [{ ...one[0], text: "\n7\r\n\r" }],
    ],
    [
      "no content, where lines end in LF",
      `--b\n${FILE}\n\n\n--b\n${FILE}\n\n--b--`,
      [
        { ...one[0], text: "" },
        { ...one[0], text: "" },
      ],
    ],
  ])("reads %s", (_, body, parts) => {
    expect(read(body)).toEqual(parts);
  });

  it.each([
    'multipart/form-data; boundary="b"',
    "multipart/form-data;charset=utf-8; BOUNDARY=b",
    "multipart/form-data ; boundary = b ; x=y",
    "multipart/form-data; boundary=b; boundary=c",
  ])("takes the boundary from %s", (type) => {
    expect(read(withHeaders(FILE), type)).toEqual(one);
  });

  it("takes a boundary of the 74 characters that RFC 2046 allows in a quoted one", () => {
    const boundary = "0123456789'()+_,-./:=? abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTU";
    const body = withHeaders(FILE).replaceAll("--b", `--${boundary}`);
    expect(read(body, `multipart/form-data; boundary="${boundary}"`)).toEqual(one);
  });

  it.each([
    ["nothing", "", /closing boundary/],
    ["no boundary", "7", /closing boundary/],
    ["no closing boundary", withHeaders(FILE).slice(0, -4), /closing boundary/],
    ["half of a part", withHeaders(FILE).slice(0, -9), /closing boundary/],
    ["lines that end in LF after CRLF", withHeaders(FILE).replace("7\r", "7"), /closing boundary/],
    ["lines that end in CRLF after LF", withHeaders(FILE).replace("\r", ""), /blank line/],
    ["headers that do not end", `--b\r\n${FILE}\r\n`, /blank line/],
    ["headers over 8 KiB", withHeaders(`x: ${"y".repeat(8192)}`, FILE), /8192 bytes/],
    ["a part without headers", "--b\r\n\r\n7\r\n--b--", /blank line|no Content-Disposition/],
    ["a part without a name", withHeaders("Content-Disposition: form-data"), /with a name/],
    ["an attachment", withHeaders(FILE.replace("form-data", "attachment")), /with a name/],
  ])("refuses %s", (_, body, message) => {
    expect(() => read(body)).toThrow(
      expect.objectContaining({ status: 400, message: expect.stringMatching(message) }),
    );
  });

  it.each([
    "multipart/form-data",
    "multipart/form-data; boundary=",
    'multipart/form-data; boundary=""',
    `multipart/form-data; boundary=${"b".repeat(71)}`,
    'multipart/form-data; boundary="b "',
  ])("refuses a Content-Type of %s", (type) => {
    expect(() => read(withHeaders(FILE), type)).toThrow(/no boundary/);
  });

  it("finds what Request.formData() finds in random bodies", async () => {
    const random = randomFrom(seed);
    const whole = (below: number) => Math.floor(random() * below);
    for (let round = 0; round < 300; round++) {
      const form = new FormData();
      for (let part = whole(5); part >= 0; part--) {
        // Bytes that boundaries are made of, so that many nearly match.
        const bytes = Uint8Array.from({ length: whole(60) }, () => [13, 10, 45, 98][whole(4)]);
        form.append(`part ${part}`, new File([bytes], "x"));
      }
      const response = new Response(form);
      const body = new Uint8Array(await response.clone().arrayBuffer());
      const expected = await Promise.all(
        [...(await response.formData())].map(async ([name, file]) => ({
          name,
          data: new Uint8Array(await (file as File).arrayBuffer()),
        })),
      );
      const type = response.headers.get("content-type") ?? "";
      const found = [...readMultipart(body, type)].map(({ name, data }) => ({ name, data }));
      expect(found, `SEED=${seed}, round ${round}`).toEqual(expected);
    }
  });

  it("needs time in proportion to the body, whatever is in it", () => {
    const time = (bytes: number, unit: string) => {
      const body = Buffer.alloc(bytes, unit);
      return cpuTime(() => {
        expect(() => [...readMultipart(body, "multipart/form-data; boundary=bbbbbbbb")]).toThrow();
      });
    };
    for (const unit of ["\r", "\r\n--bbbbbbb", "\r\n--bbbbbbbbx"]) {
      // Ten times the bytes: ten times the time where it is in proportion, a hundred where it is not.
      expect(time(1_000_000, unit) / time(100_000, unit), unit).toBeLessThan(50);
    }
  });
});
