"""Trains MyConvNet on MNIST: python3 weights/train.py --mnist DIR

The first 55,000 training images, in the files' order, train the network, and the last 5,000 validate it.
The test images are never opened.
"""

import argparse
import copy
import io
import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import torch
import torch.nn.functional as F
from torch import Tensor

from mnist import read_split
from model import MyConvNet, normalise
from safetensors_file import replace_file

TRAINING_IMAGES = 55_000
THREADS = 1  # a fixed number, as the order of sums depends on it; more are no faster on so small a network
QUICK_EPOCHS = 6
METADATA = {
    "id": "mnist-classifier",
    "name": "MNIST handwritten digit classifier",
    "description": "Classifies a 28 x 28 grey image of one handwritten digit with MyConvNet, a convolutional network.",
    "source": "Trained by this project's weights/train.py on MNIST (http://yann.lecun.com/exdb/mnist/)",
    "license": "Apache-2.0",
}


@dataclass(frozen=True)
class Recipe:
    """The settings of a training run; the defaults are the best tried on the validation images."""

    epochs: int = 50
    batch_size: int = 128
    learning_rate: float = 0.02  # at its peak
    warm_up: float = 0.1  # the share of all steps that lead up to the peak
    weight_decay: float = 0.01
    average_decay: float = 0.998  # of the moving average of the weights, per step
    rotation: float = 7.5  # degrees, at most and either way, as are …
    shear: float = 5.0  # degrees
    scale: float = 0.1  # share of the size
    shift: float = 1.0  # pixels


def distort(images: Tensor, recipe: Recipe) -> Tensor:
    """Grey levels [N, 28, 28] to float32 of the same shape, each image under a random affine map of its own."""
    count, side = len(images), images.shape[-1]

    def uniform(limit: float) -> Tensor:
        return (torch.rand(count) * 2 - 1) * limit

    angle, shear = uniform(math.radians(recipe.rotation)), torch.tan(uniform(math.radians(recipe.shear)))
    width, height = 1 + uniform(recipe.scale), 1 + uniform(recipe.scale)
    pixel = 2 / side  # affine_grid's coordinates go from -1 to 1
    rows = [
        torch.stack([angle.cos() * width, (angle.cos() * shear - angle.sin()) * height, uniform(recipe.shift * pixel)]),
        torch.stack([angle.sin() * width, (angle.sin() * shear + angle.cos()) * height, uniform(recipe.shift * pixel)]),
    ]
    grid = F.affine_grid(torch.stack(rows).permute(2, 0, 1), [count, 1, side, side], align_corners=False)
    return F.grid_sample(images.float().unsqueeze(1), grid, align_corners=False).squeeze(1)


def train(images: Tensor, labels: Tensor, recipe: Recipe, report: Callable[[int, float, MyConvNet], None]) -> MyConvNet:
    """A network trained on uint8 images [N, 28, 28] and int64 labels [N]: the moving average of its weights.

    `report` is called after each batch with the number of batches done, the loss and the averaged network.
    """
    network = MyConvNet().to(memory_format=torch.channels_last)  # halves the time of a batch on a CPU
    average = copy.deepcopy(network)
    batches = math.ceil(len(images) / recipe.batch_size)
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=recipe.weight_decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, recipe.learning_rate, total_steps=recipe.epochs * batches, pct_start=recipe.warm_up
    )
    for epoch in range(recipe.epochs):
        for number, batch in enumerate(torch.randperm(len(images)).split(recipe.batch_size)):
            loss = F.cross_entropy(network(normalise(distort(images[batch], recipe))), labels[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            with torch.no_grad():
                for mean, weight in zip(average.parameters(), network.parameters()):
                    mean.lerp_(weight, 1 - recipe.average_decay)
            report(epoch * batches + number + 1, loss.item(), average)
    return average.to(memory_format=torch.contiguous_format)


@torch.no_grad()
def accuracy(network: MyConvNet, images: Tensor, labels: Tensor) -> float:
    """The share, 0…1, of uint8 images [N, 28, 28] whose largest logit is their label's."""
    return (network(normalise(images)).argmax(dim=1) == labels).float().mean().item()


class Progress:
    """Shows a run as it goes: a bar that moves on a terminal, a line per epoch anywhere else."""

    WIDTH = 30  # characters

    def __init__(self, epochs: int, batches: int, validate: Callable[[MyConvNet], float]) -> None:
        self.epochs, self.batches, self.validate = epochs, batches, validate
        self.start, self.validation = time.monotonic(), ""

    def report(self, done: int, loss: float, average: MyConvNet) -> None:
        """Called after each batch; validates after each epoch."""
        total, elapsed = self.epochs * self.batches, time.monotonic() - self.start
        epoch, rest = divmod(done - 1, self.batches)
        title, last_batch = f"epoch {epoch + 1}/{self.epochs}", rest + 1 == self.batches
        if last_batch:
            self.validation = f"validation {self.validate(average):.2%}"
        if sys.stderr.isatty():
            bar = ("#" * (self.WIDTH * done // total)).ljust(self.WIDTH, ".")
            left = elapsed / done * (total - done)
            end = "\n" if done == total else ""
            print(f"\r{title} [{bar}] {left:.0f} s left {self.validation}  ", end=end, file=sys.stderr, flush=True)
        elif last_batch:
            print(f"{title}: {elapsed:.0f} s, loss {loss:.3f}, {self.validation}", file=sys.stderr, flush=True)


def whole_number(text: str) -> int:
    """An epochs argument: 1 or more."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"found {text}, expected a whole number from 1")
    return int(text)


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Trains MyConvNet on the first 55,000 training images of MNIST and validates it on the last 5,000.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    parser.add_argument(
        "--mnist", type=Path, required=True, metavar="DIR", default=argparse.SUPPRESS,
        help="the folder of train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz",
    )
    parser.add_argument(
        "--out", type=Path, default=Path("build/mnist-classifier.pt"), metavar="FILE",
        help="where the network goes, for weights/export.py",
    )
    parser.add_argument("--seed", type=int, default=1, help="of the first weights, the order and the distortions")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--epochs", type=whole_number, default=Recipe.epochs, help="passes over the training images")
    length.add_argument("--quick", action="store_true", help=f"{QUICK_EPOCHS} epochs, to see it work")
    options = parser.parse_args()

    torch.set_num_threads(THREADS)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(options.seed)
    recipe = Recipe(epochs=QUICK_EPOCHS if options.quick else options.epochs)
    arrays = read_split(options.mnist, "train")
    images, labels = torch.tensor(arrays[0]), torch.tensor(arrays[1], dtype=torch.int64)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    if options.out.is_dir():
        raise ValueError(f"{options.out}: found a folder, expected the name of a file to write")

    def validate(network: MyConvNet) -> float:
        return accuracy(network, images[TRAINING_IMAGES:], labels[TRAINING_IMAGES:])

    progress = Progress(recipe.epochs, math.ceil(TRAINING_IMAGES / recipe.batch_size), validate)
    network = train(images[:TRAINING_IMAGES], labels[:TRAINING_IMAGES], recipe, progress.report)

    buffer = io.BytesIO()
    torch.save({"state_dict": network.state_dict(), "metadata": METADATA}, buffer)
    replace_file(options.out, buffer.getvalue())
    print(f"validation accuracy: {validate(network):.2%}")
    print(f"wrote {options.out}")


if __name__ == "__main__":
    try:
        main()
    except (OSError, ValueError) as error:
        sys.exit(f"train: {error}")
    except KeyboardInterrupt:
        sys.exit("train: interrupted, nothing written")
