"""Writes what PyTorch computes: python3 test/golden/logits.py MODEL --idx DIR --pair NAME --out FILE

The file is a safetensors file with `pixels`, uint8 [N, 28, 28], `logits`, float32 [N, 10], and `labels`, uint8 [N].
"""

import argparse
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "weights"))

from training.checkpoint import load_network  # noqa: E402
from training.idx import read_pair  # noqa: E402
from training.model import normalise  # noqa: E402
from training.safetensors_file import write  # noqa: E402

BATCH = 10_000  # images at once


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description="Writes PyTorch's logits of labelled images.")
    help_text = "a MyConvNet saved with torch.save, or its safetensors file"
    parser.add_argument("model", type=Path, metavar="MODEL", help=help_text)
    parser.add_argument("--idx", type=Path, required=True, metavar="DIR", help="a folder of pairs of IDX files, 28×28")
    parser.add_argument("--pair", required=True, metavar="NAME", help="one of them, as MNIST's t10k")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the logits go")
    options = parser.parse_args()

    network = load_network(options.model)
    images, labels = read_pair(options.idx, options.pair)
    logits = torch.cat([network(normalise(batch)) for batch in torch.tensor(images).split(BATCH)])
    write(options.out, {"pixels": images, "logits": logits.numpy(), "labels": labels}, {})


if __name__ == "__main__":
    try:
        main()
    except (OSError, ValueError) as error:
        sys.exit(f"logits: {error}")
