import { describe, it } from "vitest";
import { halfRow, KernelTester, Reference, splitIndex } from "./tester.ts";

const WINDOW = 5;

describe("conv2d", () => {
  it.each([
    { inChannels: 1, outChannels: 2, height: 28, width: 28, layer: "conv1's shape" },
    { inChannels: 2, outChannels: 6, height: 12, width: 12, layer: "conv2's shape" },
    { inChannels: 1, outChannels: 2, height: 6, width: 12, layer: "the smallest" },
    { inChannels: 3, outChannels: 4, height: 14, width: 36, layer: "wider than high" },
  ])("equals the sum over windows: $layer", ({ inChannels, outChannels, height, width }) => {
    const { tester, input, weight, bias, output } = place(inChannels, outChannels, height, width);
    tester.kernels.conv2d(
      input.address,
      weight.splatted.address,
      bias.address,
      output.address,
      inChannels,
      outChannels,
      height,
      width,
    );
    tester.expectMarginsIntact();

    const [outHeight, outWidth] = [height - WINDOW + 1, width - WINDOW + 1];
    for (let o = 0; o < outChannels; o++) {
      for (let y = 0; y < outHeight; y++) {
        for (let x = 0; x < outWidth; x++) {
          const reference = new Reference();
          reference.add(bias.view[o]);
          for (let i = 0; i < inChannels; i++) {
            for (let ky = 0; ky < WINDOW; ky++) {
              for (let kx = 0; kx < WINDOW; kx++) {
                reference.add(
                  weight.values[((o * inChannels + i) * WINDOW + ky) * WINDOW + kx] *
                    input.view[splitIndex(i * height + y + ky, x + kx, width)],
                );
              }
            }
          }
          const found = output.view[splitIndex(o * outHeight + y, x, outWidth)];
          reference.expectNear(found, `channel ${o}, row ${y}, column ${x}`);
        }
      }
    }
  });
});

function place(inChannels: number, outChannels: number, height: number, width: number) {
  const tester = new KernelTester();
  const values = tester.input(outChannels * inChannels * WINDOW ** 2).view;
  const splatted = tester.output(4 * values.length);
  splatted.view.forEach((_, i) => {
    splatted.view[i] = values[i >> 2];
  });
  const outWidth = width - WINDOW + 1;
  return {
    tester,
    input: tester.input(inChannels * height * 2 * halfRow(width)),
    weight: { values, splatted },
    bias: tester.input(outChannels),
    output: tester.output(outChannels * (height - WINDOW + 1) * 2 * halfRow(outWidth)),
  };
}
