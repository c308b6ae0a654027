import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clientRequests } from "../clients/clientRequests.ts";
import { protocolRequests } from "../clients/protocolRequests.ts";
import { httpFaults, serverFaults } from "../faults/httpFaults.ts";
import { protocolFaults } from "../faults/protocolFaults.ts";
import { readFaults } from "../faults/readFaults.ts";
import { uploadFaults } from "../faults/uploadFaults.ts";
import { faults as jpegFaults } from "./image/jpeg/faults.ts";
import { faults as pngFaults } from "./image/png/faults.ts";
import { oddities } from "./image/png/oddities.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

describe("test/README.md", () => {
  it.each([
    { section: "PNG", faults: pngFaults.map(toRow) },
    { section: "JPEG", faults: jpegFaults.map(toRow) },
    { section: "Uploads", faults: uploadFaults },
    { section: "Reading", faults: readFaults },
    { section: "Protocols", faults: protocolFaults },
    { section: "HTTP", faults: httpFaults },
    { section: "The server's own", faults: serverFaults },
  ])("lists every fault that is tested: $section", ({ section, faults }) => {
    const rows = faults.map(
      ({ fault, clause, status, message }) =>
        `| ${fault} | ${clause} | ${status} | ${message.source.replaceAll("|", "\\|")} |`,
    );
    const [, table] = readme.split(`### ${section}\n`);
    expect(table?.split("\n### ")[0]).toContain(rows.join("\n"));
  });

  it("lists every strange PNG that is read", () => {
    const rows = oddities.map(([file, , clause]) => `| ${file} | ${clause} |`);
    const [, table] = readme.split("### Strange PNGs\n");
    expect(table?.split("\n### ")[0]).toContain(rows.join("\n"));
  });

  it("lists every request of the protocols' clients", () => {
    const rows = protocolRequests.map(
      ({ asker, asks, status = 200, reason = "" }) =>
        `| ${asker} | ${asks} | ${status} | ${reason} |`,
    );
    const [, table] = readme.split("\n### Of the protocols\n");
    expect(table?.split("\n## ")[0]).toContain(rows.join("\n"));
  });

  it("lists every client's request", () => {
    const rows = clientRequests.map(
      ({ client, call, sends, status = 200 }) => `| ${client} | ${call} | ${sends} | ${status} |`,
    );
    const [, table] = readme.split("\n## Clients\n");
    expect(table?.split("\n### ")[0]).toContain(rows.join("\n"));
  });
});

/** A fault of a file, as the others are written. */
function toRow([fault, , status, message, clause]: (typeof pngFaults)[number]) {
  return { fault, status, message, clause };
}
