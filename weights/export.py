"""Turns a trained MyConvNet into the weights file the service is built with: python3 weights/export.py MODEL.pt

Writes weights/mnist-classifier.safetensors and, beside it, sha512sums.txt.
"""

import argparse
import hashlib
import sys
from pathlib import Path
from typing import Mapping

import numpy as np

try:
    import torch  # noqa: F401, for the message where it is missing
except ImportError:
    sys.exit("export: this needs PyTorch. Debian's python3-torch belongs to /usr/bin/python3")

from training.checkpoint import cast, checked, load
from training.safetensors_file import encode, read, replace_file

WEIGHTS = Path(__file__).resolve().parent / "mnist-classifier.safetensors"
SUMS = "sha512sums.txt"
SUM_LENGTH = 130  # characters before the name in a line of that file: 128 of the digest, and two


def differences(path: Path, tensors: Mapping[str, np.ndarray], metadata: Mapping[str, str]) -> str:
    """What is new against the file at `path`, in words."""
    if not path.is_file():
        return "new"
    try:
        old_tensors, old_metadata = read(path)
    except ValueError:
        return "replaces a file that was not a safetensors file"
    changed = [name for name, tensor in tensors.items() if not np.array_equal(old_tensors.get(name), tensor)]
    changed += [name for name, text in metadata.items() if old_metadata.get(name) != text]
    return f"changed: {', '.join(changed)}" if changed else "unchanged"


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Checks a trained MyConvNet and writes it as the weights file of the service, with its SHA-512.",
        epilog="The texts default to those that weights/train.py left in MODEL.pt, and to neutral ones elsewhere.",
    )
    parser.add_argument("model", type=Path, metavar="MODEL.pt", help="a state dict saved with torch.save")
    parser.add_argument("--out", type=Path, default=WEIGHTS, metavar="FILE", help=f"default: weights/{WEIGHTS.name}")
    for field in ("id", "name", "description", "source", "license"):
        parser.add_argument(f"--{field}", metavar="TEXT", help=f"the {field} that GET /model/metadata answers")
    options = parser.parse_args()

    state, own = load(options.model)
    state, casts = cast(state)
    try:
        tensors = checked(state)
    except ValueError as error:
        raise ValueError(f"{options.model}: {error}") from None
    neutral = {
        "id": "mnist-classifier",
        "name": options.model.stem,
        "description": f"MyConvNet exported from {options.model.name}",
        "source": "unknown",
        "license": "unknown",
    }
    metadata = {}
    for field, text in neutral.items():
        given = getattr(options, field)
        metadata[field] = own.get(field, text) if given is None else given
        if not metadata[field].strip():
            raise ValueError(f"the {field} is empty: the service would have nothing to answer")

    contents = encode(tensors, metadata)
    digest = hashlib.sha512(contents).hexdigest()
    changes = differences(options.out, tensors, metadata)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    replace_file(options.out, contents)

    sums = options.out.parent / SUMS
    lines = sums.read_text("utf-8").splitlines() if sums.is_file() else []
    others = [line for line in lines if line[SUM_LENGTH:] != options.out.name]
    replace_file(sums, "".join(f"{line}\n" for line in [*others, f"{digest}  {options.out.name}"]).encode("utf-8"))
    for line in casts:
        print(f"{options.model}: {line}")
    print(f"{options.out}: {len(contents)} bytes; {changes}")
    print(f"{sums}: SHA-512 {digest}")


if __name__ == "__main__":
    try:
        main()
    except (OSError, ValueError) as error:
        sys.exit(f"export: {error}")
