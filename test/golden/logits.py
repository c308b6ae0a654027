"""Writes what PyTorch computes for MNIST: python3 test/golden/logits.py MODEL --mnist DIR --split t10k --out FILE

The file is a safetensors file with `pixels`, uint8 [N, 28, 28], `logits`, float32 [N, 10], and `labels`, uint8 [N].
"""

import argparse
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "weights"))

from export import load  # noqa: E402
from training.mnist import COUNTS, read_split  # noqa: E402
from training.model import MyConvNet, normalise  # noqa: E402
from training.safetensors_file import read, write  # noqa: E402

BATCH = 10_000  # images at once


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description="Writes PyTorch's logits of MNIST's images.")
    help_text = "a MyConvNet saved with torch.save, or its safetensors file"
    parser.add_argument("model", type=Path, metavar="MODEL", help=help_text)
    parser.add_argument("--mnist", type=Path, required=True, metavar="DIR", help="the folder of MNIST's files")
    parser.add_argument("--split", choices=COUNTS, default="t10k", help="its test images (default), or its training images")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the logits go")
    options = parser.parse_args()

    network = MyConvNet()
    if options.model.suffix == ".safetensors":
        network.load_state_dict({name: torch.tensor(tensor) for name, tensor in read(options.model)[0].items()})
    else:
        network.load_state_dict(load(options.model)[0])
    images, labels = read_split(options.mnist, options.split)
    logits = torch.cat([network(normalise(batch)) for batch in torch.tensor(images).split(BATCH)])
    write(options.out, {"pixels": images, "logits": logits.numpy(), "labels": labels}, {})


if __name__ == "__main__":
    try:
        main()
    except (OSError, ValueError) as error:
        sys.exit(f"logits: {error}")
