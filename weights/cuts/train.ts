import type { Random } from "../../test/drawings/chance.ts";
import { randomOf } from "../../test/drawings/randomOf.ts";
import { adam } from "./adam.ts";
import type { Example } from "./examples.ts";
import { likelihood } from "./likelihood.ts";
import { type Network, newNetwork } from "./network.ts";

/** How often each example is gone through. */
export const EPOCHS = 16;

const HIDDEN = 9;
const BATCH = 32;

/** The first learning rate; the linear row takes so many times as much. */
const RATE = 0.005;
const LINEAR = 4;

/** A weight is drawn towards 0 by so much of itself. */
const DECAY = 6e-4;

/** The rate does not fall below this share of the first. */
const LEAST_RATE = 0.01;

/**
 * Maximises the likelihood of the right paths, by Adam with a rate that falls along a cosine (Loshchilov and Hutter
 * 2017, SGDR).
 *
 * @param examples with standardised inputs; those without a right path teach nothing
 * @param report is told after each epoch, from 1 on, the mean log-likelihood of an example in nats
 */
export function train(
  examples: readonly Example[],
  columns: number,
  seed: number,
  report: (epoch: number, likelihood: number) => void,
): Network {
  const random = randomOf("fit", seed);
  const network = newNetwork(HIDDEN, columns, random);
  const { weights } = network;
  const climb = adam(weights.length);
  const batches = Math.ceil(examples.length / BATCH);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = shuffled(examples, random);
    let [total, used] = [0, 0];
    for (let batch = 0; batch < batches; batch++) {
      const gradient = new Float64Array(weights.length);
      for (const example of order.slice(batch * BATCH, (batch + 1) * BATCH)) {
        const gained = likelihood(network, example, gradient);
        if (gained === -Infinity) continue;
        total += gained;
        used++;
      }
      const done = (epoch * batches + batch) / (EPOCHS * batches);
      const rate = RATE * ((1 + Math.cos(Math.PI * done)) / 2 + LEAST_RATE);
      climb(gradient.map((slope, i) => slope / BATCH - DECAY * weights[i])).forEach((step, i) => {
        weights[i] += (i < columns ? LINEAR : 1) * rate * step;
      });
    }
    report(epoch + 1, total / used);
  }
  return network;
}

/** In another order, each as likely (Fisher and Yates 1938). */
function shuffled<Thing>(things: readonly Thing[], random: Random): Thing[] {
  const order = [...things];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
