import { describe, expect, it } from "vitest";
import { python } from "./python.ts";

describe("fine-tuning", () => {
  /** Tunes a fresh network to 40 images of noise called 7; what it knew is noise too, called as it answers. */
  const tune = (most: number) => `
from training.data import Data, Labelled
from training.finetune import FinetuneRecipe, finetune
from training.model import MyConvNet, normalise
torch.manual_seed(1)
start = MyConvNet()
known = torch.randint(0, 256, (200, 28, 28), dtype=torch.uint8)
answers = start(normalise(known)).argmax(1)
own = torch.full((40, 28, 28), 255, dtype=torch.uint8)
sevens = torch.full((40,), 7)
labelled = Labelled(torch.cat([known, own]), torch.cat([answers, sevens]))
weights = torch.tensor([1.0] * 200 + [5.0] * 40, dtype=torch.float64)
data = Data(
    labelled,
    weights,
    weights,
    {"MNIST": Labelled(known, answers), "own": Labelled(own, sevens)},
    torch.arange(240) >= 200,
    ["own"],
    {},
)
class Silent:
    line = stage = step = lambda *_: None
recipe = FinetuneRecipe(epochs=8, learning_rate=0.01, most_forgotten=${most})
network = finetune(start, data, 1, Silent(), recipe)
share = lambda images, labels: (network(normalise(images)).argmax(1) == labels).float().mean().item()
print(json.dumps([share(known, answers), share(own, sevens)]))`;

  it("learns new images", (context) => {
    const [, own] = python(context, tune(1)) as number[];
    expect(own).toBe(1);
  });

  it("goes no farther than what is known is still read", (context) => {
    const [known] = python(context, tune(0)) as number[];
    expect(known).toBe(1);
  });
});
