"""The teachers: larger convolutional networks with batch normalisation, whose logits the students learn to imitate."""

import math
from dataclasses import dataclass
from typing import Callable, Tuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.augment import distort
from training.data import Data, epoch_size, take
from training.idx import DIGITS
from training.model import normalise


@dataclass(frozen=True)
class TeacherRecipe:
    """The settings of a teacher's training."""

    epochs: int = 8
    batch_size: int = 128
    learning_rate: float = 0.01  # at its peak
    warm_up: float = 0.2  # the share of all steps that lead up to the peak
    weight_decay: float = 0.05
    max_strength: float = 1.5  # of the distortions: each image's is drawn evenly from 0 to this


class Teacher(nn.Module):
    """Five convolutions, each with batch normalisation and ReLU, and one dense layer: about 76,000 parameters."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            *convolution(1, 16, kernel_size=5, padding=0), nn.MaxPool2d(2),  # [N, 16, 12, 12]
            *convolution(16, 32), *convolution(32, 32), nn.MaxPool2d(2),  # [N, 32, 6, 6]
            *convolution(32, 64), *convolution(64, 64), nn.MaxPool2d(2),  # [N, 64, 3, 3]
            nn.Flatten(), nn.Dropout(0.3), nn.Linear(64 * 3 * 3, DIGITS),
        )

    def forward(self, images: Tensor) -> Tensor:
        """Normalised images, float32 [N, 1, 28, 28], to logits, float32 [N, 10]."""
        return self.layers(images)


def convolution(inputs: int, outputs: int, kernel_size: int = 3, padding: int = 1) -> Tuple[nn.Module, ...]:
    """A convolution, its batch normalisation, which makes a bias needless, and ReLU."""
    layer = nn.Conv2d(inputs, outputs, kernel_size, padding=padding, bias=False)
    return layer, nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)


def train_teacher(
    data: Data, recipe: TeacherRecipe, report: Callable[[int, float, Teacher], None]
) -> Teacher:
    """A teacher trained on the images to train on, distorted anew in every epoch.

    `report` is called after each epoch with the number of epochs done, their last mean loss and the network.
    """
    network = Teacher().to(memory_format=torch.channels_last)  # the faster layout on a CPU
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=recipe.weight_decay)
    images, labels, count = data.training.images, data.training.labels, epoch_size(data.weights)
    batches = math.ceil(count / recipe.batch_size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, recipe.learning_rate, total_steps=recipe.epochs * batches, pct_start=recipe.warm_up
    )
    for epoch in range(recipe.epochs):
        network.train()
        total = 0.0
        for batch in take(data.weights).split(recipe.batch_size):
            distorted = distort(images[batch], torch.rand(len(batch)) * recipe.max_strength)
            loss = F.cross_entropy(network(normalise(distorted)), labels[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        report(epoch + 1, total / count, network.eval())
    return network.eval()
