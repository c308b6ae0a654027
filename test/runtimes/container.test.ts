import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Checkout, checkOut } from "./checkout.ts";
import { type Server, startProgram } from "./server.ts";

const seven = readFileSync(new URL("../../samples/7.png", import.meta.url));
const dockerfile = readFileSync(new URL("../../Dockerfile", import.meta.url), "utf8");

/** There may be no Docker: the steps of the Dockerfile are run in its place. */
describe("The container", () => {
  let checkout: Checkout;
  let server: Server;
  beforeAll(async () => {
    checkout = checkOut();
    expect(dockerfile).toContain("\nRUN worker/container/build.sh\n");
    expect(checkout.run("worker/container/build.sh")).toMatchObject({ status: 0 });
    const [, entryPoint] = /^ENTRYPOINT (.*)$/m.exec(dockerfile) ?? [];
    const [start, address, program] = JSON.parse(entryPoint);
    expect(address).toBe("*:5000");
    server = await startProgram((port) => [
      join(checkout.folder, "worker", "container", start),
      address.replace("5000", port),
      join(checkout.folder, "build", program),
    ]);
  }, 600_000);
  afterAll(async () => {
    await server?.stop();
    checkout?.remove();
  });

  it("answers, with the page and the API's description in it", async () => {
    const response = await fetch(`${server.url}/model/predict`, { method: "POST", body: seven });
    expect(await response.json()).toMatchObject({ predictions: [{ prediction: 7 }] });
    for (const path of ["/", "/docs/", "/docs/swagger-ui-bundle.js", "/openapi.json"]) {
      expect((await fetch(server.url + path)).status).toBe(200);
    }
    expect((await fetch(`${server.url}/docs/nothing`)).status).toBe(404);
  });

  it("is healthy while it runs, and is not when nobody answers", () => {
    const { port } = new URL(server.url);
    expect(checkout.run("worker/container/health.sh", port)).toMatchObject({ status: 0 });
    expect(checkout.run("worker/container/health.sh", "1").status).not.toBe(0);
  });
});
