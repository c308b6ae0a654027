import { multipartOf, SEVEN } from "../requests.ts";
import { BODIES, load, post } from "./load.ts";
import { startServer } from "./processes.ts";
import type { Target } from "./targets.ts";

/** Images in a request, up to what the service takes. */
const IMAGES = [1, 8, 64];

/** CPU time with so many images in a request. */
export interface Growth {
  images: number;
  /** Microseconds of a request; NaN where that is not known. */
  cpu: number;
  requestsPerSecond: number;
}

/** Puts load on the service with ever more images in a request. */
export async function timeGrowth({ command }: Target, seconds: number): Promise<Growth[]> {
  const server = await startServer(command, (url) => post(url, BODIES.raw));
  const growth: Growth[] = [];
  for (const images of IMAGES) {
    const body = multipartOf(SEVEN, images);
    await load(server, body, 1);
    const { cpu, requestsPerSecond } = await load(server, body, seconds);
    growth.push({ images, cpu, requestsPerSecond });
  }
  await server.stop();
  return growth;
}

/** Prints what a request costs, and an image of it. */
export function printGrowth(growth: Growth[]): void {
  console.log("\nImages a request   requests/s   CPU µs   CPU µs an image");
  for (const { images, cpu, requestsPerSecond } of growth) {
    const rate = requestsPerSecond.toFixed(0).padStart(13);
    console.log(
      String(images).padStart(16) +
        rate +
        cpu.toFixed(0).padStart(9) +
        (cpu / images).toFixed(1).padStart(18),
    );
  }
}
