"""Writes what PyTorch computes for MNIST's test images: python3 test/golden/logits.py MODEL.pt --mnist DIR --out FILE

The file is a safetensors file with `logits`, float32 [10000, 10], and `labels`, uint8 [10000].
"""

import argparse
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "weights"))

from export import load  # noqa: E402
from mnist import read_split  # noqa: E402
from model import MyConvNet, normalise  # noqa: E402
from safetensors_file import write  # noqa: E402


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description="Writes PyTorch's logits of MNIST's test images.")
    parser.add_argument("model", type=Path, metavar="MODEL.pt", help="a MyConvNet saved with torch.save")
    parser.add_argument("--mnist", type=Path, required=True, metavar="DIR", help="the folder of the t10k files")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the logits go")
    options = parser.parse_args()

    network = MyConvNet()
    network.load_state_dict(load(options.model)[0])
    images, labels = read_split(options.mnist, "t10k")
    logits = network(normalise(torch.tensor(images)))
    write(options.out, {"logits": logits.numpy(), "labels": labels}, {})


if __name__ == "__main__":
    try:
        main()
    except (OSError, ValueError) as error:
        sys.exit(f"logits: {error}")
