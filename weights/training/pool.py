"""The pool: every training image in several distorted versions, beside the logits that the teachers give them.

It is made once and stored, so that an epoch of a student costs no more than the student's own passes.
"""

from pathlib import Path
from typing import Sequence

import numpy as np
import torch
from torch import Tensor

from training.augment import distort
from training.idx import DIGITS, SIDE
from training.model import normalise
from training.teacher import Teacher

BATCH = 250  # images at a time; the result does not depend on it, the caches of a CPU do


class Pool:
    """Two files of a folder, mapped into memory: images, uint8 [V, N, 28, 28], and logits, float32 [V, N, 10].

    Version 0 is the images as they are; the others grow in strength up to the last.
    """

    def __init__(self, directory: Path, versions: int, count: int, mode: str = "r") -> None:
        self.versions, self.count = versions, count
        shape = (versions, count, SIDE, SIDE)
        self.images = np.memmap(directory / "pool-images.u8", np.uint8, mode, shape=shape)
        self.logits = np.memmap(directory / "pool-logits.f32", np.float32, mode, shape=(versions, count, DIGITS))

    def fill(self, version: int, images: Tensor, teachers: Sequence[Teacher], max_strength: float) -> None:
        """Makes one version of the images, uint8 [N, 28, 28]; the random numbers are those of torch's generator."""
        strength = max_strength * version / max(self.versions - 1, 1)
        for number, batch in enumerate(images.split(BATCH)):
            distorted = distort(batch, torch.full((len(batch),), strength))
            rows = slice(number * BATCH, number * BATCH + len(batch))
            self.images[version, rows] = distorted.numpy()
            self.logits[version, rows] = mean_logits(teachers, distorted).numpy()


@torch.no_grad()
def mean_logits(teachers: Sequence[Teacher], images: Tensor) -> Tensor:
    """What the ensemble says of uint8 images [N, 28, 28]: the mean of its logits, float32 [N, 10]."""
    return torch.stack([teacher(normalise(images)) for teacher in teachers]).mean(dim=0)
