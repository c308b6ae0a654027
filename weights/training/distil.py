"""The students: MyConvNet trained to imitate the teachers' softened probabilities (Hinton et al., arXiv:1503.02531)."""

import copy
import math
from dataclasses import dataclass
from typing import Callable, Iterator

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.data import Data, epoch_size, take
from training.model import MyConvNet, normalise
from training.pool import Pool


@dataclass(frozen=True)
class StudentRecipe:
    """The settings of a student's training."""

    epochs: int = 120
    learning_rate: float = 0.04  # at its peak
    last_epochs: int = 12  # which follow, and take more sources
    last_learning_rate: float = 0.012
    batch_size: int = 128
    warm_up: float = 0.1  # the share of all steps that lead up to the peak
    weight_decay: float = 0.01
    average_decay: float = 0.998  # of the moving average of the weights, per step
    temperature: float = 2.0  # softens the teachers' and the student's probabilities
    hard_share: float = 0.1  # the weight of the labels' cross-entropy beside the teachers' in the loss


class Student(nn.Module):
    """MyConvNet with batch normalisation after each pooling and after fc1, which `folded` takes out again.

    The normalisation has no scale of its own: the next layer's weights have it, as ReLU lets a positive factor
    through. So it may follow the pooling, where it is cheaper, and still be folded into the layer before.
    """

    def __init__(self) -> None:
        super().__init__()
        self.network = MyConvNet()
        self.norms = nn.ModuleList([nn.BatchNorm2d(2), nn.BatchNorm2d(6), nn.BatchNorm1d(32)])
        for norm in self.norms:
            norm.weight.requires_grad_(False)

    def forward(self, images: Tensor) -> Tensor:
        """Normalised images, float32 [N, 1, 28, 28], to logits, float32 [N, 10]."""
        network, (norm1, norm2, norm3) = self.network, self.norms
        hidden = F.relu(norm1(pooled_convolution(images, network.conv1)))  # [N, 2, 12, 12]
        hidden = F.relu(norm2(pooled_convolution(hidden, network.conv2)))  # [N, 6, 4, 4]
        hidden = F.relu(norm3(network.fc1(hidden.flatten(start_dim=1))))  # [N, 32]
        return network.fc2(hidden)

    @torch.no_grad()
    def folded(self) -> MyConvNet:
        """The MyConvNet that computes what this network computes when it does not train."""
        network = copy.deepcopy(self.network)
        for layer, norm in zip((network.conv1, network.conv2, network.fc1), self.norms):
            factor = 1 / torch.sqrt(norm.running_var + norm.eps)
            layer.weight.mul_(factor.view(-1, *[1] * (layer.weight.dim() - 1)))
            layer.bias.sub_(norm.running_mean).mul_(factor).add_(norm.bias)
        return network


def pooled_convolution(images: Tensor, layer: nn.Conv2d) -> Tensor:
    """F.max_pool2d(layer(images), 2) in two thirds of the time: one convolution by steps of 2 and one maximum.

    Each filter stands in the four places of a pooling window, in a frame that is one pixel larger. PyTorch fills a
    vector with eight channels where two would leave it mostly empty.
    """
    places = [F.pad(layer.weight, (x, 1 - x, y, 1 - y)) for y in (0, 1) for x in (0, 1)]
    outputs = F.conv2d(images, torch.cat(places), layer.bias.repeat(len(places)), stride=2)
    return outputs.unflatten(1, (len(places), layer.out_channels)).amax(dim=1)


def distillation_loss(logits: Tensor, teachers: Tensor, labels: Tensor, recipe: StudentRecipe) -> Tensor:
    """Cross-entropy with the softened teachers' probabilities and with the labels; logits are float32 [N, 10].

    The first is multiplied by the temperature squared, as its gradients shrink by as much.
    """
    soft = F.kl_div(
        F.log_softmax(logits / recipe.temperature, dim=1),
        F.log_softmax(teachers / recipe.temperature, dim=1),
        reduction="batchmean",
        log_target=True,
    )
    hard = F.cross_entropy(logits, labels)
    return (1 - recipe.hard_share) * recipe.temperature**2 * soft + recipe.hard_share * hard


def train_student(
    pool: Pool, data: Data, recipe: StudentRecipe, report: Callable[[int, float, MyConvNet], None]
) -> MyConvNet:
    """A student trained on the pool of the data's images: the moving average of its weights, folded.

    An epoch takes each image as often as its weight says, in versions picked at random. The last epochs begin with the
    average of those before. `report` is called after each epoch with the number of epochs done, their last mean loss
    and the averaged network.
    """
    average = Student()
    stages = (
        (data.weights, recipe.epochs, recipe.learning_rate),
        (data.last_weights, recipe.last_epochs, recipe.last_learning_rate),
    )
    done = 0
    for weights, epochs, learning_rate in stages:
        for loss in train_on(average, pool, data.training.labels, weights, epochs, learning_rate, recipe):
            done += 1
            report(done, loss, average.folded())
    return average.folded()


def train_on(
    average: Student,
    pool: Pool,
    labels: Tensor,
    weights: Tensor,
    epochs: int,
    learning_rate: float,
    recipe: StudentRecipe,
) -> Iterator[float]:
    """Trains a copy of a student, and makes the student the average of its weights; gives each epoch's mean loss."""
    student = copy.deepcopy(average)
    count = epoch_size(weights)
    trained = [parameter for parameter in student.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(trained, weight_decay=recipe.weight_decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser,
        learning_rate,
        total_steps=epochs * math.ceil(count / recipe.batch_size),
        pct_start=recipe.warm_up,
    )
    pairs = [pair for pair in zip(average.state_dict().values(), student.state_dict().values())]
    pairs = [(mean, value) for mean, value in pairs if value.is_floating_point()]
    for _ in range(epochs):
        total = 0.0
        for batch in take(weights).split(recipe.batch_size):
            rows = torch.randint(pool.versions, (len(batch),)).numpy(), batch.numpy()
            images, teachers = torch.from_numpy(pool.images[rows]), torch.from_numpy(pool.logits[rows])
            loss = distillation_loss(student(normalise(images)), teachers, labels[batch], recipe)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            with torch.no_grad():
                for mean, value in pairs:
                    mean.lerp_(value, 1 - recipe.average_decay)
            total += loss.item() * len(batch)
        yield total / count
