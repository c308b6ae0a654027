import { afterEach, describe, expect, it, vi } from "vitest";
import { createApp } from "../../../../worker/app.ts";
import { heldToDescription } from "../../../contract/described.ts";
import { classifier, seven } from "../../protocols/service.ts";

const limits = { maxBodyBytes: 1000, maxBytesInFlight: 1500, maxBodySeconds: 10 };

afterEach(() => {
  vi.useRealTimers();
});

/** A body that stalls behind a thousand bytes, until it is let go on. */
function stalling(): { init: RequestInit; goOn: () => void } {
  let goOn = () => {};
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(1000));
      goOn = () => controller.close();
    },
  });
  const init = { method: "POST", body: stream, duplex: "half" } as RequestInit;
  return { init, goOn: () => goOn() };
}

const post = { method: "POST", body: seven };

describe("Bytes in flight", () => {
  it("are bounded: a body that finds no room is refused with 503, and the log has no fault", async () => {
    const log = vi.fn();
    const app = heldToDescription(createApp({ classifier, limits, log }));
    const { init, goOn } = stalling();
    const first = app.request("/model/predict", init);
    const second = await app.request("/model/predict", stalling().init);
    expect(second.status).toBe(503);
    expect(second.headers.get("retry-after")).toBe("1");
    expect(log.mock.lastCall).toEqual([expect.not.objectContaining({ fault: expect.anything() })]);
    goOn();
    expect((await first).status).toBe(400);
  });

  it("are given back, whatever the answer", async () => {
    const app = createApp({ classifier, limits });
    for (let i = 0; i < 10; i++) {
      expect((await app.request("/model/predict", post)).status).toBe(200);
      const { init, goOn } = stalling();
      goOn();
      expect((await app.request("/model/predict", init)).status).toBe(400);
    }
  });

  it("of a request that the runtime has ended are forgotten in time", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const app = createApp({ classifier, limits });
    app.request("/model/predict", stalling().init);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await app.request("/model/predict", stalling().init)).status).toBe(503);
    vi.setSystemTime(Date.now() + 60_000);
    const { init, goOn } = stalling();
    goOn();
    expect((await app.request("/model/predict", init)).status).toBe(400);
  });
});
