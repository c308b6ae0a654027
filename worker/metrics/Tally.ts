import { CLASSES } from "../classifier/kernels.ts";
import type { Stage } from "../recognise.ts";
import type { MetricsDataset } from "../settings/MetricsDataset.ts";

/** The statuses of refusals that are counted apart; README.md has them. */
const REFUSALS = [400, 413, 415, 422];

/**
 * What a request or a batch was about, in figures: nothing of a picture, and nobody's address.
 * README.md has the places that they have in a data point.
 */
export class Tally {
  #images = 0;
  #bytes = 0;
  #pixels = 0;
  #formats = new Set<string>();
  #refusals = REFUSALS.map(() => 0);
  #digits = new Array<number>(CLASSES).fill(0);

  /** Counts what a stage of the pipeline has taken. */
  stage({ stage, format, images, bytes, width, height }: Stage): void {
    if (stage === "image") {
      this.#images++;
      this.#bytes += Number(bytes);
      this.#pixels += Number(width) * Number(height);
      this.#formats.add(String(format));
    }
    if (stage === "tensor") {
      this.#images += Number(images);
      this.#formats.add(stage);
    }
  }

  /** Counts digits that were read, each 0 … 9. */
  digits(digits: number[]): void {
    for (const digit of digits) this.#digits[digit]++;
  }

  /** Counts a refusal; of other statuses none. */
  refusal(status: number): void {
    const kind = REFUSALS.indexOf(status);
    if (kind >= 0) this.#refusals[kind]++;
  }

  get images(): number {
    return this.#images;
  }

  get refused(): number {
    return this.#refusals.reduce((sum, count) => sum + count);
  }

  /** @param route of the request, or what stands for it; a low number of different ones */
  write(dataset: MetricsDataset, route: string, status: number): void {
    const [format = "", ...others] = this.#formats;
    dataset.writeDataPoint({
      indexes: [route],
      blobs: [route, String(status), others.length > 0 ? "mixed" : format],
      doubles: [this.#images, this.#bytes, this.#pixels, ...this.#refusals, ...this.#digits],
    });
  }
}
