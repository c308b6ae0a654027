"""Fine-tuning: given weights learn a user's own images and keep what they know (Wortsman et al., arXiv:2109.01903)."""

import copy
import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from training.augment import distort
from training.data import Data, epoch_size, take
from training.model import MyConvNet, normalise
from training.progress import Progress
from training.validate import calibrated, described, summary

SHARES = [1 - step / 10 for step in range(11)]  # of the way from the given weights to the tuned ones


@dataclass(frozen=True)
class FinetuneRecipe:
    """The settings of a fine-tuning."""

    epochs: int = 5
    batch_size: int = 128
    learning_rate: float = 0.002  # at its peak
    max_strength: float = 1.0  # of the distortions: each image's is drawn evenly from 0 to this
    kept_share: float = 0.5  # the weight of the given weights' own probabilities in the loss on all but the new images
    most_forgotten: float = 0.002  # by how much more of MNIST, or of other hands, may be misread in the end


def finetune(
    start: MyConvNet, data: Data, seed: int, progress: Progress, recipe: FinetuneRecipe = FinetuneRecipe()
) -> MyConvNet:
    """The weights tuned to the data's own images, as far as little enough else is forgotten, and calibrated."""
    torch.manual_seed(seed)
    tuned = train(start, data, progress, recipe)
    known = {name: found for name, found in data.validation.items() if name not in data.own_sets}
    before = summary(start, known)
    for share in SHARES:
        network = between(start, tuned, share)
        after = summary(network, known)
        errors = [name for name in before if name.endswith("error")]
        if all(after[name] <= before[name] + recipe.most_forgotten for name in errors):
            break
    progress.line(f"{share:.0%} of the way to the tuned weights, as far as little enough else is forgotten")
    for line in calibrated(network, known):
        progress.line(line)
    for name, found in data.validation.items():
        progress.line(f"{name}, before: {described(start, found)}")
        progress.line(f"{name}, after: {described(network, found)}")
    return network


def train(start: MyConvNet, data: Data, progress: Progress, recipe: FinetuneRecipe) -> MyConvNet:
    """The weights after all epochs, each image distorted anew every time it is taken."""
    network = copy.deepcopy(start)
    images, labels = data.training.images, data.training.labels
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=0.01)
    count = epoch_size(data.last_weights)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, recipe.learning_rate, total_steps=recipe.epochs * math.ceil(count / recipe.batch_size)
    )
    progress.stage("fine-tuning", recipe.epochs)
    for epoch in range(recipe.epochs):
        total = 0.0
        for batch in take(data.last_weights).split(recipe.batch_size):
            pixels = normalise(distort(images[batch], torch.rand(len(batch)) * recipe.max_strength))
            with torch.no_grad():
                kept = F.softmax(start(pixels), dim=1)
            loss = tuning_loss(network(pixels), kept, labels[batch], data.own[batch], recipe.kept_share)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        values = {"training loss": total / count, **summary(network, data.validation)}
        progress.step("fine-tuning", epoch + 1, values)
    return network


def tuning_loss(logits: Tensor, kept: Tensor, labels: Tensor, own: Tensor, kept_share: float) -> Tensor:
    """Cross-entropy with the labels, and on all but the new images, in part, with the given weights' probabilities.

    `kept` are those, float32 [N, 10]; `own`, bool [N], tells which images are the new ones.
    """
    targets = F.one_hot(labels, logits.shape[1]).float()
    share = kept_share * (~own).float().unsqueeze(1)
    return F.cross_entropy(logits, targets + share * (kept - targets))


@torch.no_grad()
def between(start: MyConvNet, tuned: MyConvNet, share: float) -> MyConvNet:
    """The weights at a share of the straight way from `start`, 0, to `tuned`, 1."""
    network = copy.deepcopy(start)
    for own, target in zip(network.parameters(), tuned.parameters()):
        own.lerp_(target, share)
    return network
