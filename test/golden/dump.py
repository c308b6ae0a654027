"""Writes layers.safetensors: what PyTorch computes, layer by layer, from a few digits and from noise.

Run it again after the weights change: python3 test/golden/dump.py
"""

import argparse
import hashlib
import sys
from pathlib import Path
from typing import Dict

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image, UnidentifiedImageError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "weights"))

from training.model import MyConvNet, normalise  # noqa: E402
from training.safetensors_file import read, write  # noqa: E402

WEIGHTS = ROOT / "weights" / "mnist-classifier.safetensors"
LAYERS = HERE / "layers.safetensors"
SAMPLES = ("7.png", "4.png")  # of samples/
NOISE_IMAGES = 2
NOISE_SEED = 1998
SIDE = 28  # pixels


def inputs() -> np.ndarray:
    """Grey images, uint8 [N, 28, 28]: uniform noise 0…255 first, then the samples."""
    noise = np.random.RandomState(NOISE_SEED).randint(0, 256, (NOISE_IMAGES, SIDE, SIDE)).astype(np.uint8)
    return np.concatenate([noise, *(grey_image(ROOT / "samples" / name)[None] for name in SAMPLES)])


def grey_image(path: Path) -> np.ndarray:
    """The grey levels, uint8 [28, 28], of an image file; ValueError for a file of another kind or size."""
    try:
        with Image.open(path) as image:
            if image.mode != "L" or image.size != (SIDE, SIDE):
                raise ValueError(f"{path}: found mode {image.mode}, {image.size}; expected L (8-bit grey), 28×28")
            return np.array(image)
    except UnidentifiedImageError:
        raise ValueError(f"{path}: found no image, expected an 8-bit grey PNG of 28×28 pixels") from None


@torch.no_grad()
def layers(network: MyConvNet, pixels: np.ndarray) -> Dict[str, np.ndarray]:
    """Every layer's output for uint8 pixels [N, 28, 28], float32, by the name the tests know it by."""
    conv1 = network.conv1(normalise(torch.from_numpy(pixels)))  # [N, 2, 24, 24], before ReLU
    pool1 = F.max_pool2d(F.relu(conv1), 2)  # [N, 2, 12, 12]
    conv2 = network.conv2(pool1)  # [N, 6, 8, 8], before ReLU
    pool2 = F.max_pool2d(F.relu(conv2), 2)  # [N, 6, 4, 4]
    fc1 = F.relu(network.fc1(pool2.flatten(start_dim=1)))  # [N, 32], after ReLU
    logits = network.fc2(fc1)  # [N, 10]
    outputs = {"conv1": conv1, "pool1": pool1, "conv2": conv2, "pool2": pool2, "fc1": fc1, "logits": logits}
    return {name: output.numpy() for name, output in outputs.items()}


def main() -> None:
    description = "Writes test/golden/layers.safetensors from weights/mnist-classifier.safetensors and samples/."
    argparse.ArgumentParser(description=description).parse_args()

    torch.set_num_threads(1)  # the order of sums depends on it
    tensors, _ = read(WEIGHTS)
    network = MyConvNet()
    try:
        network.load_state_dict({name: torch.tensor(tensor) for name, tensor in tensors.items()})
    except RuntimeError as error:
        raise ValueError(f"{WEIGHTS}: found tensors that are not MyConvNet's: {error}") from None
    pixels = inputs()
    digest = hashlib.sha512(WEIGHTS.read_bytes()).hexdigest()
    write(LAYERS, {"pixels": pixels, **layers(network, pixels)}, {"weights_sha512": digest})
    print(f"{LAYERS}: {len(pixels)} images, for the weights {digest[:16]}…")


if __name__ == "__main__":
    try:
        main()
    except (OSError, ValueError) as error:
        sys.exit(f"dump: {error}")
